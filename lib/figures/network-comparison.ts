import type { Language } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { comparisonBadge, comparisonMarks, overlayNetworks, type ComparisonMark } from './comparison-marks';
import type { ComparisonLabels } from './figure-labels';
import { figureColours, type FigureTheme } from './figure-theme';
import { short } from './geometry';
import { drawLegend, networkLegend } from './legend';
import { drawPanel } from './network-panel';
import { element, escapeXml, fontStack, textLines } from './svg';

export interface NetworkComparison {
  readonly language: Language;
  readonly labels: ComparisonLabels;
  readonly phase: Phase;
  /** What is compared; by default the phase. */
  readonly heading?: string;
  /** By default `light`, as for print. */
  readonly theme?: FigureTheme;
}

const margin = 24;

/**
 * Two versions of the network in one phase, laid over each other as an SVG document: what was added, dropped, moved to
 * another enterprise, re-routed, relabelled or is of another kind. Signs, strokes and a legend say so, never a colour alone.
 * @returns the figure, and how many things in it are marked
 */
export function networkComparison(before: Scenario, after: Scenario, { language, labels, phase, heading = labels[phase], theme = 'light' }: NetworkComparison): { svg: string; marked: number } {
  const colours = figureColours(theme);
  const { scenario, marks } = overlayNetworks(before, after, phase);
  const { svg, bounds } = drawPanel(scenario, phase, { language, labels, colours, marksChanges: false, marks });
  const used = new Set([...marks.values()].flat());
  const width = Math.max((bounds?.[2] ?? 300) + 2 * margin, 420);
  const height = bounds?.[3] ?? 40;
  const legend = drawLegend(
    [...networkLegend(scenario, [phase], labels, colours), ...comparisonMarks.filter((mark) => used.has(mark)).map((mark) => ({ text: labels[labelOf[mark]], sign: (x: number, y: number) => comparisonBadge(mark, x + 26, y, colours) }))],
    { left: margin, top: margin + height + 28, width: width - 2 * margin, fill: colours.soft },
  );
  const total = Math.ceil(legend.bottom + margin);
  return {
    marked: new Set([...marks.keys()].map((name) => name.replace('~', ''))).size,
    svg: element(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', 'xml:lang': language, lang: language, role: 'img', width: Math.ceil(width), height: total, viewBox: `0 0 ${Math.ceil(width)} ${total}`, 'font-family': fontStack },
      element('title', {}, escapeXml(`${labels.comparison}: ${heading}`)),
      element('rect', { width: '100%', height: '100%', fill: colours.paper }),
      bounds
        ? element('g', { transform: `translate(${short(margin - bounds[0])} ${short(margin - bounds[1])})` }, svg)
        : textLines([labels['no-roles']], margin, margin, { size: 13, fill: colours.soft, anchor: 'start', italic: true }),
      legend.svg,
    ),
  };
}

const labelOf = {
  added: 'mark-added',
  dropped: 'mark-dropped',
  moved: 'mark-moved',
  rerouted: 'mark-rerouted',
  relabelled: 'mark-relabelled',
  kind: 'mark-kind',
} as const satisfies Record<ComparisonMark, keyof ComparisonLabels>;
