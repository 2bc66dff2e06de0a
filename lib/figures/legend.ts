import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { NetworkLabels } from './figure-labels';
import type { FigureColours } from './figure-theme';
import { element, lineHeight, textLines } from './svg';
import { textWidth, wrapText } from './text-metrics';

/** A sign of a figure and what it means. */
export interface LegendEntry {
  readonly text: string;
  /** Draws the sign, about 40 wide, around the height `y`. */
  readonly sign: (x: number, y: number) => string;
}

/** The signs that every network figure has, as far as the scenario uses them. */
export function networkLegend(scenario: Scenario, phases: readonly Phase[], labels: NetworkLabels, colours: FigureColours): LegendEntry[] {
  const shown = scenario.relations.filter((relation) => relation.phases.some((phase) => phases.includes(phase)));
  const line = (dashes: string | undefined, stroke: string, strokeWidth: number) => (x: number, y: number) =>
    element('path', { d: `M${x} ${y}H${x + 36}`, stroke, 'stroke-width': strokeWidth, 'stroke-dasharray': dashes, fill: 'none' }) +
    element('polygon', { points: `${x + 40} ${y} ${x + 30} ${y - 4.5} ${x + 30} ${y + 4.5}`, fill: stroke });
  const box = (x: number, y: number): string => {
    const { fill, stroke } = colours.role(null);
    return element('rect', { x: x + 10, y: y - 8, width: 30, height: 16, rx: 4, fill, stroke, 'stroke-width': 1.5 });
  };
  const hasWhite = scenario.roles.some((role) => phases.some((phase) => role.phases[phase] && role.phases[phase].enterprise === null));
  return [
    { text: labels.product, sign: line(undefined, colours.line, 1.7) },
    { text: labels.data, sign: line('6 4', colours.line, 1.7) },
    ...(shown.some(({ kind }) => kind === null) ? [{ text: labels.unspecified, sign: line(undefined, colours.soft, 1) }] : []),
    ...(hasWhite ? [{ text: labels.white, sign: box }] : []),
  ];
}

/** Draws a legend in as many rows as it takes. */
export function drawLegend(
  entries: readonly LegendEntry[],
  { left, top, width, fill }: { readonly left: number; readonly top: number; readonly width: number; readonly fill: string },
): { svg: string; bottom: number } {
  const size = 12;
  const rowHeight = 24;
  let x = left;
  let y = top;
  const drawn: string[] = [];
  for (const { text, sign } of entries) {
    const lines = wrapText(text, width - 52, size);
    const entryWidth = 52 + Math.max(...lines.map((each) => textWidth(each, size)));
    if (x > left && x + entryWidth > left + width) {
      x = left;
      y += rowHeight;
    }
    drawn.push(sign(x, y + lineHeight(size) / 2), textLines(lines, x + 50, y, { size, fill, anchor: 'start' }));
    x += entryWidth + 24;
    if (lines.length > 1) {
      x = left;
      y += lines.length * lineHeight(size) + 8;
    }
  }
  return { svg: drawn.join(''), bottom: y + lineHeight(size) };
}
