import type { Language } from '@/lib/domain/languages';
import { phases as allPhases, type Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { NetworkLabels } from './figure-labels';
import { figureColours, type FigureColours, type FigureTheme } from './figure-theme';
import { networkDescription, networkTitle } from './describe-network';
import { short } from './geometry';
import { drawLegend, networkLegend, type LegendEntry } from './legend';
import { badge, drawPanel } from './network-panel';
import { element, escapeXml, fontStack, textLines } from './svg';
import { textWidth } from './text-metrics';

export interface NetworkFigure {
  readonly language: Language;
  readonly labels: NetworkLabels;
  /** By default both, today's network left of the future one. */
  readonly phases?: readonly Phase[];
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

/**
 * The value network as an SVG document: its phases side by side, with a legend. A function of its arguments alone, the
 * same on server and client; it needs no font, script or style from anywhere. Working notes are not part of it.
 */
export function networkFigure(scenario: Scenario, { language, labels, phases = allPhases, theme = 'light', said }: NetworkFigure): string {
  const colours = figureColours(theme);
  const look = { language, labels, colours, marksChanges: phases.length > 1, ...(said && { said }) };
  const panels = phases.map((phase) => ({ phase, ...drawPanel(scenario, phase, look) }));
  // Phases share their vertical scale, so that a role that stands in both is found at the same height.
  const top = Math.min(...panels.map(({ bounds }) => bounds?.[1] ?? Infinity));
  const bottom = Math.max(...panels.map(({ bounds }) => (bounds ? bounds[1] + bounds[3] : -Infinity)));
  const height = Number.isFinite(top) ? Math.max(emptyPanel.height, bottom - top) : emptyPanel.height;

  let left = margin;
  const drawn: string[] = [];
  panels.forEach(({ phase, svg, bounds }, index) => {
    const header = labels[phase];
    const width = Math.max(bounds?.[2] ?? emptyPanel.width, textWidth(header, headerText, true));
    if (index) drawn.push(element('path', { d: `M${left - panelGap / 2} ${margin}V${margin + headerHeight + height}`, stroke: colours.rule, fill: 'none' }));
    drawn.push(textLines([header], left, margin, { size: headerText, fill: colours.ink, weight: 700, anchor: 'start' }));
    drawn.push(
      bounds
        ? element('g', { transform: `translate(${short(left - bounds[0])} ${short(margin + headerHeight - top)})` }, svg)
        : textLines([labels['no-roles']], left, margin + headerHeight + 20, { size: 13, fill: colours.soft, anchor: 'start', italic: true }),
    );
    left += Math.ceil(width) + panelGap;
  });
  const width = Math.max(left - panelGap + margin, 420);
  const legend = drawLegend(legendOf(scenario, phases, labels, colours), { left: margin, top: margin + headerHeight + height + 28, width: width - 2 * margin, fill: colours.soft });
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
    ...drawn,
    legend.svg,
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
