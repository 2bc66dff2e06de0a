import type { Language } from '@/lib/domain/languages';
import { phases as allPhases, type Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { NetworkLabels } from './figure-labels';
import { figureColours, type FigureColours, type FigureTheme } from './figure-theme';
import { networkDescription, networkTitle } from './describe-network';
import { short } from './geometry';
import { badge, drawPanel } from './network-panel';
import { element, escapeXml, fontStack, lineHeight, textLines } from './svg';
import { textWidth, wrapText } from './text-metrics';

export interface NetworkFigure {
  readonly language: Language;
  readonly labels: NetworkLabels;
  /** By default both, today's network left of the future one. */
  readonly phases?: readonly Phase[];
  /** By default `light`, as for print. */
  readonly theme?: FigureTheme;
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
export function networkFigure(scenario: Scenario, { language, labels, phases = allPhases, theme = 'light' }: NetworkFigure): string {
  const colours = figureColours(theme);
  const look = { language, labels, colours, marksChanges: phases.length > 1 };
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
  const legend = drawLegend(scenario, phases, margin, margin + headerHeight + height + 28, width - 2 * margin, labels, colours);
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

/** Explains the signs that the figure uses, and only those; in as many rows as it takes. */
function drawLegend(
  scenario: Scenario,
  phases: readonly Phase[],
  left: number,
  top: number,
  width: number,
  labels: NetworkLabels,
  colours: FigureColours,
): { svg: string; bottom: number } {
  const shown = scenario.relations.filter((relation) => relation.phases.some((phase) => phases.includes(phase)));
  const marks = phases.length > 1;
  const line = (dashes: string | undefined, stroke: string, strokeWidth: number) => (x: number, y: number) =>
    element('path', { d: `M${x} ${y}H${x + 36}`, stroke, 'stroke-width': strokeWidth, 'stroke-dasharray': dashes, fill: 'none' }) +
    element('polygon', { points: `${x + 40} ${y} ${x + 30} ${y - 4.5} ${x + 30} ${y + 4.5}`, fill: stroke });
  const box = (x: number, y: number): string => {
    const { fill, stroke } = colours.role(null);
    return element('rect', { x: x + 10, y: y - 8, width: 30, height: 16, rx: 4, fill, stroke, 'stroke-width': 1.5 });
  };
  const only = (phase: Phase): boolean =>
    marks &&
    (scenario.roles.some((role) => role.phases[phase] && Object.keys(role.phases).length === 1) ||
      scenario.relations.some((relation) => relation.phases.length === 1 && relation.phases[0] === phase));
  const entries: { text: string; sign: (x: number, y: number) => string; isUsed: boolean }[] = [
    { text: labels.product, sign: line(undefined, colours.line, 1.7), isUsed: true },
    { text: labels.data, sign: line('6 4', colours.line, 1.7), isUsed: true },
    { text: labels.unspecified, sign: line(undefined, colours.soft, 1), isUsed: shown.some(({ kind }) => kind === null) },
    {
      text: labels.white,
      sign: box,
      isUsed: scenario.roles.some((role) => phases.some((phase) => role.phases[phase] && role.phases[phase].enterprise === null)),
    },
    { text: labels.added, sign: (x, y) => badge(x + 26, y, 'after', { colours }), isUsed: only('after') },
    { text: labels.dropped, sign: (x, y) => badge(x + 26, y, 'before', { colours }), isUsed: only('before') },
  ];
  const size = 12;
  const rowHeight = 24;
  let x = left;
  let y = top;
  const drawn: string[] = [];
  for (const { text, sign } of entries.filter(({ isUsed }) => isUsed)) {
    const lines = wrapText(text, width - 52, size);
    const entryWidth = 52 + Math.max(...lines.map((each) => textWidth(each, size)));
    if (x > left && x + entryWidth > left + width) {
      x = left;
      y += rowHeight;
    }
    drawn.push(sign(x, y + lineHeight(size) / 2), textLines(lines, x + 50, y, { size, fill: colours.soft, anchor: 'start' }));
    x += entryWidth + 24;
    if (lines.length > 1) {
      x = left;
      y += lines.length * lineHeight(size) + 8;
    }
  }
  return { svg: drawn.join(''), bottom: y + lineHeight(size) };
}

