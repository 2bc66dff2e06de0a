import type { Language } from '@/lib/domain/languages';
import { phases as allPhases, type Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { NetworkLabels } from './figure-labels';
import { figureColours, type FigureColours, type FigureTheme } from './figure-theme';
import { networkDescription, networkTitle } from './describe-network';
import { short } from './geometry';
import { drawLegend, networkLegend, type LegendEntry } from './legend';
import { badge, drawPanel, type NetworkPanel } from './network-panel';
import { element, escapeXml, fontStack, textLines } from './svg';
import { textWidth } from './text-metrics';

export interface NetworkFigure {
  readonly language: Language;
  readonly labels: NetworkLabels;
  /** By default both, today's network left of the future one. */
  readonly phases?: readonly Phase[];
  /** By default side by side; `stacked` puts them below each other, so that a page of print shows them large enough to be read. */
  readonly arrangement?: 'side-by-side' | 'stacked';
  /** By default `light`, as for print. */
  readonly theme?: FigureTheme;
  /** A few signs to stand with a role or relation, by item name: what the delegations say of it. By default none. */
  readonly said?: ReadonlyMap<string, string>;
}

const margin = 24;
const headerText = 15;
const headerHeight = 40;
const panelGap = 64;
const emptyPanel = { width: 300, height: 160 };
/** Above and below the line between phases that stand below each other. */
const stackGap = 16;
const emptyStack = 50;

/**
 * The value network as an SVG document: its phases, with a legend. A function of its arguments alone, the
 * same on server and client; it needs no font, script or style from anywhere. Working notes are not part of it.
 */
export function networkFigure(scenario: Scenario, { language, labels, phases = allPhases, arrangement = 'side-by-side', theme = 'light', said }: NetworkFigure): string {
  const colours = figureColours(theme);
  const look = { language, labels, colours, marksChanges: phases.length > 1, ...(said && { said }) };
  const panels = phases.map((phase) => ({ phase, ...drawPanel(scenario, phase, look) }));
  const body = arrangement === 'stacked' ? stacked(panels, labels, colours) : sideBySide(panels, labels, colours);
  const width = Math.max(body.right + margin, 420);
  const legend = drawLegend(legendOf(scenario, phases, labels, colours), { left: margin, top: body.bottom + 28, width: width - 2 * margin, fill: colours.soft });
  const total = Math.ceil(legend.bottom + margin);

  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xml:lang': language,
      lang: language,
      role: 'img',
      width: Math.ceil(width),
      height: total,
      viewBox: `0 0 ${Math.ceil(width)} ${total}`,
      'font-family': fontStack,
    },
    element('title', {}, escapeXml(networkTitle(scenario, language, labels))),
    element('desc', {}, escapeXml(networkDescription(scenario, phases, language, labels))),
    element('rect', { width: '100%', height: '100%', fill: colours.paper }),
    ...body.drawn,
    legend.svg,
  );
}

interface Panel extends NetworkPanel {
  readonly phase: Phase;
}
interface Body {
  readonly drawn: readonly string[];
  readonly right: number;
  readonly bottom: number;
}

function sideBySide(panels: readonly Panel[], labels: NetworkLabels, colours: FigureColours): Body {
  // Phases share their vertical scale, so that a role that stands in both is found at the same height.
  const top = Math.min(...panels.map(({ bounds }) => bounds?.[1] ?? Infinity));
  const bottom = Math.max(...panels.map(({ bounds }) => (bounds ? bounds[1] + bounds[3] : -Infinity)));
  const height = Number.isFinite(top) ? Math.max(emptyPanel.height, bottom - top) : emptyPanel.height;
  const drawn: string[] = [];
  let left = margin;
  panels.forEach((panel, index) => {
    if (index) drawn.push(element('path', { d: `M${left - panelGap / 2} ${margin}V${margin + headerHeight + height}`, stroke: colours.rule, fill: 'none' }));
    drawn.push(drawPhase(panel, left, margin, { x: panel.bounds?.[0] ?? 0, y: top }, labels, colours));
    left += Math.ceil(Math.max(panel.bounds?.[2] ?? emptyPanel.width, textWidth(labels[panel.phase], headerText, true))) + panelGap;
  });
  return { drawn, right: left - panelGap, bottom: margin + headerHeight + height };
}

function stacked(panels: readonly Panel[], labels: NetworkLabels, colours: FigureColours): Body {
  // Phases share their horizontal scale, so that a role that stands in both is found below itself.
  const start = Math.min(...panels.map(({ bounds }) => bounds?.[0] ?? Infinity));
  const left = Number.isFinite(start) ? start : 0;
  const width = Math.max(emptyPanel.width, ...panels.map(({ bounds }) => (bounds ? bounds[0] + bounds[2] - left : 0)));
  const drawn: string[] = [];
  let y = margin;
  panels.forEach((panel, index) => {
    if (index) {
      drawn.push(element('path', { d: `M${margin} ${y}H${margin + Math.ceil(width)}`, stroke: colours.rule, fill: 'none' }));
      y += stackGap;
    }
    drawn.push(drawPhase(panel, margin, y, { x: left, y: panel.bounds?.[1] ?? 0 }, labels, colours));
    y += headerHeight + (panel.bounds ? Math.ceil(panel.bounds[3]) : emptyStack) + stackGap;
  });
  return { drawn, right: margin + Math.ceil(width), bottom: y - stackGap };
}

/** The heading of a phase, and below it its panel, moved so that `from` comes to its upper left. */
function drawPhase({ phase, svg, bounds }: Panel, left: number, top: number, from: { readonly x: number; readonly y: number }, labels: NetworkLabels, colours: FigureColours): string {
  return (
    textLines([labels[phase]], left, top, { size: headerText, fill: colours.ink, weight: 700, anchor: 'start' }) +
    (bounds
      ? element('g', { transform: `translate(${short(left - from.x)} ${short(top + headerHeight - from.y)})` }, svg)
      : textLines([labels['no-roles']], left, top + headerHeight + 20, { size: 13, fill: colours.soft, anchor: 'start', italic: true }))
  );
}

/** Explains the signs that the figure uses, and only those. */
function legendOf(scenario: Scenario, phases: readonly Phase[], labels: NetworkLabels, colours: FigureColours): LegendEntry[] {
  const marks = phases.length > 1;
  const only = (phase: Phase): boolean =>
    marks &&
    (scenario.roles.some((role) => role.phases[phase] && Object.keys(role.phases).length === 1) ||
      scenario.relations.some((relation) => relation.phases.length === 1 && relation.phases[0] === phase));
  return [
    ...networkLegend(scenario, phases, labels, colours),
    ...(only('after') ? [{ text: labels.added, sign: (x: number, y: number) => badge(x + 26, y, 'after', { colours }) }] : []),
    ...(only('before') ? [{ text: labels.dropped, sign: (x: number, y: number) => badge(x + 26, y, 'before', { colours }) }] : []),
  ];
}
