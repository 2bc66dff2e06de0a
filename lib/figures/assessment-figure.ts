import type { Language } from '@/lib/domain/languages';
import { dimensions, type Change, type Dimension, type Enterprise, type Scenario } from '@/lib/domain/scenario';
import { verdictOf } from '@/lib/domain/verdict';
import type { AssessmentLabels } from './figure-labels';
import { figureColours, type FigureColours, type FigureTheme } from './figure-theme';
import { sharedTriangles } from './shared-triangles';
import { shownText } from './shown-text';
import { element, escapeXml, fontStack, lineHeight, textLines } from './svg';
import { textWidth, widestOf, wrapText } from './text-metrics';

export interface AssessmentFigure {
  readonly language: Language;
  readonly labels: AssessmentLabels;
  /** By default `light`, as for print. */
  readonly theme?: FigureTheme;
  /** Which triangles are drawn, each for the enterprises that share it: by default all (`sharedTriangles`). */
  readonly triangles?: readonly (readonly Enterprise[])[];
}

/** As many triangles fill a page, 170 mm wide, in letters that can be read. */
export const trianglesOfPage = 6;

const margin = 24;
const cardWidth = 372;
const cardGap = 28;
const mostInRow = 2;
const nameText = 15;
const nodeText = 13;
const subjectText = 11;
const nodeSize = { width: 132, height: 58 };

/** Where the dimensions stand in the magic triangle: the customer in the middle (St. Gallen Business Model Navigator). */
const places: Readonly<Record<Dimension, { readonly x: number; readonly y: number }>> = {
  what: { x: cardWidth / 2, y: 34 },
  who: { x: cardWidth / 2, y: 164 },
  value: { x: nodeSize.width / 2 + 12, y: 240 },
  how: { x: cardWidth - nodeSize.width / 2 - 12, y: 240 },
};
const triangleHeight = 276;
/** Narrow enough to stand inside the triangle. */
const middleWidth = 96;

/**
 * The assessment as an SVG document: per enterprise, or for several of which it says the same, the magic triangle with the
 * dimensions that change significantly marked (filled, bold and with a dot, so that colour is not needed), and the verdict. Pure,
 * like `networkFigure`.
 */
export function assessmentFigure(scenario: Scenario, { language, labels, theme = 'light', triangles = sharedTriangles(scenario) }: AssessmentFigure): string {
  const colours = figureColours(theme);
  const columns = Math.max(1, Math.min(mostInRow, triangles.length));
  const width = 2 * margin + columns * cardWidth + (columns - 1) * cardGap;
  const drawn: string[] = [];
  let y = margin;
  for (let first = 0; first < triangles.length; first += mostInRow) {
    const row = triangles.slice(first, first + mostInRow);
    const heads = row.map((enterprises) => headOf(scenario, enterprises, language, labels));
    const height = Math.max(...heads.map((head) => head.height));
    row.forEach((enterprises, column) => {
      drawn.push(drawCard(scenario, enterprises, heads[column]!, margin + column * (cardWidth + cardGap), y, height, labels, colours));
    });
    y += height + triangleHeight + 30;
  }
  if (triangles.length === 0) {
    drawn.push(textLines([labels['no-enterprises']], margin, y, { size: 13, fill: colours.soft, anchor: 'start', italic: true }));
    y += 40;
  }
  const legend = drawLegend(scenario, margin, y, width - 2 * margin, labels, colours);
  const height = Math.ceil(legend.bottom + margin);
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', 'xml:lang': language, lang: language, role: 'img', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fontStack },
    element('title', {}, escapeXml([shownText(scenario.title, language), labels.assessment].filter(Boolean).join(' – '))),
    element('desc', {}, escapeXml(assessmentDescription({ ...scenario, enterprises: triangles.flat() }, language, labels))),
    element('rect', { width: '100%', height: '100%', fill: colours.paper }),
    ...drawn,
    legend.svg,
  );
}

const wordFor = (change: Change | null, labels: AssessmentLabels): string => labels[change ?? 'unjudged'];

interface Head {
  readonly names: readonly (readonly string[])[];
  readonly verdict: readonly string[];
  readonly height: number;
}

function headOf(scenario: Scenario, enterprises: readonly Enterprise[], language: Language, labels: AssessmentLabels): Head {
  const [first] = enterprises as readonly [Enterprise];
  const names = enterprises.map(({ name }) => wrapText(shownText(name, language) || labels.unnamed, cardWidth - 60, nameText, true));
  const said = [labels[verdictOf(scenario.assessment[first.id]!)], ...(first.newInFuture ? [labels['new-enterprise']] : [])].join(' · ');
  const verdict = wrapText(said, cardWidth - 20, 12);
  return { names, verdict, height: names.flat().length * lineHeight(nameText) + verdict.length * lineHeight(12) + 22 };
}

function drawCard(scenario: Scenario, enterprises: readonly Enterprise[], { names, verdict }: Head, left: number, top: number, head: number, labels: AssessmentLabels, colours: FigureColours): string {
  const [first] = enterprises as readonly [Enterprise];
  const cells = scenario.assessment[first.id]!;
  const base = top + head;
  const corner = (dimension: Dimension): string => `${left + places[dimension].x} ${base + places[dimension].y}`;
  return element(
    'g',
    {},
    element('rect', { x: left, y: top, width: cardWidth, height: head + triangleHeight + 8, rx: 10, fill: 'none', stroke: colours.rule }),
    ...enterprises.map(({ id, colour }, index) => {
      const name = names[index]!;
      const y = top + 11 + names.slice(0, index).flat().length * lineHeight(nameText);
      const swatch = colours.role(colour);
      return element(
        'g',
        { 'data-item': `enterprise:${id}` },
        element('rect', { x: left + (cardWidth - widestOf(name, nameText, true)) / 2 - 22, y: y + 3, width: 14, height: 14, rx: 3, fill: swatch.fill, stroke: swatch.stroke, 'stroke-width': 1.4 }),
        textLines(name, left + cardWidth / 2, y, { size: nameText, fill: colours.ink, weight: 700 }),
      );
    }),
    textLines(verdict, left + cardWidth / 2, top + 13 + names.flat().length * lineHeight(nameText), { size: 12, fill: colours.soft }),
    element('path', { d: `M${corner('what')}L${corner('how')}L${corner('value')}Z`, fill: 'none', stroke: colours.line, 'stroke-width': 1.4, 'stroke-linejoin': 'round' }),
    ...dimensions.map((dimension) => {
      const { x, y } = places[dimension];
      const node = drawNode(left + x, base + y, dimension === 'who' ? middleWidth : nodeSize.width, nodeSize.height, cells[dimension].change, [labels[dimension], labels[`${dimension}-subject`]], colours);
      // each cell has its element, also where several share what is drawn
      return enterprises.reduce((drawn, { id }) => element('g', { 'data-item': `cell:${id}:${dimension}` }, drawn), node);
    }),
  );
}

function drawNode(x: number, y: number, width: number, height: number, change: Change | null, texts: readonly [string, string] | null, colours: FigureColours): string {
  const isSignificant = change === 'significant';
  const ink = isSignificant ? colours.onStrong : change === 'not-applicable' ? colours.soft : colours.ink;
  const box = element('rect', {
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    rx: Math.min(8, height / 3),
    fill: isSignificant ? colours.strong : colours.paper,
    stroke: isSignificant ? colours.strong : colours.line,
    'stroke-width': isSignificant ? 2 : 1.3,
    'stroke-dasharray': change === null ? '2 3' : change === 'not-applicable' ? '7 4' : undefined,
  });
  if (!texts) return box + (isSignificant ? element('circle', { cx: x, cy: y, r: 2.5, fill: colours.onStrong }) : '');
  const [title, subject] = texts;
  const subjectLines = wrapText(subject, width - 14, subjectText);
  const titleLines = wrapText(`${isSignificant ? '● ' : ''}${title}${change === null ? ' ?' : change === 'not-applicable' ? ' –' : ''}`, width - 14, nodeText, true);
  const textHeight = titleLines.length * lineHeight(nodeText) + subjectLines.length * lineHeight(subjectText);
  const top = y - textHeight / 2;
  return [
    box,
    textLines(titleLines, x, top, { size: nodeText, fill: ink, weight: 700 }),
    textLines(subjectLines, x, top + titleLines.length * lineHeight(nodeText), { size: subjectText, fill: ink }),
  ].join('');
}

/** The kinds of change that the figure shows, in as many rows as it takes. */
function drawLegend(scenario: Scenario, left: number, top: number, width: number, labels: AssessmentLabels, colours: FigureColours): { svg: string; bottom: number } {
  const shown = new Set(Object.values(scenario.assessment).flatMap((cells) => dimensions.map((dimension) => cells[dimension].change)));
  const entries = (['none', 'significant', 'not-applicable', null] as const).filter((change) => change === 'none' || change === 'significant' || shown.has(change));
  const size = 12;
  const drawn: string[] = [];
  let x = left;
  let y = top;
  for (const change of entries) {
    const text = wordFor(change, labels);
    const entryWidth = 44 + textWidth(text, size);
    if (x > left && x + entryWidth > left + width) {
      x = left;
      y += 24;
    }
    drawn.push(drawNode(x + 16, y + lineHeight(size) / 2, 32, 16, change, null, colours), textLines([text], x + 42, y, { size, fill: colours.soft, anchor: 'start' }));
    x += entryWidth + 24;
  }
  return { svg: drawn.join(''), bottom: y + lineHeight(size) };
}

/** What the figure shows, in words, for those who cannot see it. */
export function assessmentDescription(scenario: Scenario, language: Language, labels: AssessmentLabels): string {
  return scenario.enterprises
    .map((enterprise) => {
      const cells = scenario.assessment[enterprise.id]!;
      const said = dimensions.map((dimension) => `${labels[dimension]} (${labels[`${dimension}-subject`]}): ${wordFor(cells[dimension].change, labels)}`);
      return `${shownText(enterprise.name, language) || labels.unnamed}: ${labels[verdictOf(cells)]}. ${said.join('; ')}.`;
    })
    .join('\n');
}
