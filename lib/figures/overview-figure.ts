import type { AssessedEnterprise } from '@/lib/domain/assessed-enterprise';
import type { Language, Localized } from '@/lib/domain/languages';
import { verdictOf, type Verdict } from '@/lib/domain/verdict';
import type { OverviewLabels } from './figure-labels';
import { figureColours, type FigureColours, type FigureTheme } from './figure-theme';
import { cutShort, shownText } from './shown-text';
import { element, escapeXml, fontStack, lineHeight, textLines } from './svg';
import { textWidth, widestOf, wrapText } from './text-metrics';

/** A scenario as the overview shows it; its number is its place. */
export interface OverviewRow {
  readonly title: Localized;
  /** In words of the figure's language; null: not decided. */
  readonly origin: string | null;
  readonly bestPractice: string | null;
  readonly enterprises: readonly AssessedEnterprise[];
}

/** A collection as the overview shows it. */
export interface Overview {
  readonly name: Localized;
  readonly rows: readonly OverviewRow[];
}

export interface OverviewFigure {
  readonly language: Language;
  readonly labels: OverviewLabels;
  /** By default `light`, as for print. */
  readonly theme?: FigureTheme;
  /** Which rows are drawn, where they are too many for one page; by default all. The best practices are those of all rows. */
  readonly part?: { readonly from: number; readonly count: number };
}

/** As many rows fill a page, 170 mm wide, in letters that can be read. */
export const rowsOfPage = 8;

const margin = 24;
const size = 13;
const pad = 8;
const longestName = 200;
const headSize = 12;
const columnWidths = { number: 34, title: 232, origin: 84, models: 250 } as const;
/** The names of best practices stand upright above their columns, which are as narrow as the names allow. */
const practiceHead = { longest: 190, least: 32 } as const;

/** The best practices that any row relates to, in the order in which they first occur. */
export const practicesOf = (rows: readonly Pick<OverviewRow, 'bestPractice'>[]): string[] => [...new Set(rows.flatMap(({ bestPractice }) => (bestPractice?.trim() ? [bestPractice.trim()] : [])))];

/**
 * Which scenario of a collection relates to which best practice, where it comes from and which business models it innovates, as an
 * SVG document. What is marked differs in form, so that colour is not needed. Pure, like `networkFigure`.
 */
export function overviewFigure({ name, rows }: Overview, { language, labels, theme = 'light', part: { from, count } = { from: 0, count: rows.length } }: OverviewFigure): string {
  const colours = figureColours(theme);
  const practices = practicesOf(rows);
  const named = practices.map((practice) => wrapText(cutShort(practice, longestName), practiceHead.longest, headSize, true));
  const columns = placed([columnWidths.number, columnWidths.title, columnWidths.origin, ...named.map((lines) => Math.max(practiceHead.least, lines.length * lineHeight(headSize) + pad)), columnWidths.models]);
  const [number, title, origin, ...rest] = columns as [Column, Column, Column, ...Column[]];
  const models = rest.at(-1)!;
  const right = models.left + models.width;
  const drawn: string[] = [];
  const rule = (y: number, stroke = colours.rule): void => void drawn.push(element('path', { d: `M${margin} ${y}H${right}`, stroke, 'stroke-width': 1, fill: 'none' }));

  const heads = ([[number, labels.number], [title, labels.scenario], [origin, labels.origin], [models, labels['business-models']]] as const).map(([column, words]) => ({ column, lines: wrapText(words, column.width - pad, headSize, true) }));
  const headHeight = Math.ceil(Math.max(...heads.map(({ lines }) => lines.length * lineHeight(headSize)), ...named.map((lines) => widestOf(lines, headSize, true)))) + 2 * pad;
  const headLook = { size: headSize, fill: colours.ink, weight: 700, anchor: 'start' } as const;
  const headBottom = margin + headHeight - pad;
  for (const { column, lines } of heads) drawn.push(textLines(lines, column.left, headBottom - lines.length * lineHeight(headSize), headLook));
  for (const [index, lines] of named.entries()) drawn.push(element('g', { transform: `translate(${middleOf(rest[index]!)} ${headBottom}) rotate(-90)` }, textLines(lines, 0, (-lines.length * lineHeight(headSize)) / 2, headLook)));
  let y = margin + headHeight;
  rule(y, colours.line);
  for (const [index, row] of rows.slice(from, from + count).entries()) {
    const words = wrapText(shownText(row.title, language) || labels.untitled, title.width - pad, size);
    const origins = row.origin ? wrapText(cutShort(row.origin, longestName), origin.width - pad, size) : [];
    const said = row.enterprises.map((enterprise) => ({ verdict: verdictOf(enterprise.cells), lines: wrapText(calledIn(enterprise, language, labels), models.width - 22, size) }));
    const lines = Math.max(words.length, origins.length, said.reduce((sum, { lines: own }) => sum + own.length, 0), 1);
    const top = y + pad;
    const look = { size, fill: colours.ink, anchor: 'start' } as const;
    let modelTop = top;
    drawn.push(
      element(
        'g',
        { 'data-row': from + index + 1 },
        textLines([String(from + index + 1)], number.left, top, { ...look, fill: colours.soft }),
        textLines(words, title.left, top, look),
        origins.length ? textLines(origins, origin.left, top, look) : '',
        ...practices.map((practice, column) => (row.bestPractice?.trim() === practice ? related(middleOf(rest[column]!), top + lineHeight(size) / 2, colours) : '')),
        ...said.map(({ verdict, lines: own }) => {
          const at = modelTop;
          modelTop += own.length * lineHeight(size);
          return mark(verdict, models.left + 7, at + lineHeight(size) / 2, colours) + textLines(own, models.left + 20, at, look);
        }),
      ),
    );
    y = top + lines * lineHeight(size) + pad;
    rule(y);
  }
  if (rows.length === 0) {
    drawn.push(textLines([labels['no-scenarios']], margin, y + pad, { size, fill: colours.soft, anchor: 'start', italic: true }));
    y += lineHeight(size) + 2 * pad;
  }
  const legend = drawLegend(right - margin, y + 2 * pad, practices.length > 0, labels, colours);
  const [width, height] = [right + margin, Math.ceil(legend.bottom + margin)];
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', 'xml:lang': language, lang: language, role: 'img', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fontStack },
    element('title', {}, escapeXml([shownText(name, language), labels.overview].filter(Boolean).join(' – '))),
    element('desc', {}, escapeXml(overviewDescription(rows, language, labels))),
    element('rect', { width: '100%', height: '100%', fill: colours.paper }),
    ...drawn,
    legend.svg,
  );
}

interface Column {
  readonly left: number;
  readonly width: number;
}

const middleOf = ({ left, width }: Column): number => left + width / 2;

function placed(widths: readonly number[]): Column[] {
  let left = margin;
  return widths.map((width) => {
    const column = { left, width };
    left += width;
    return column;
  });
}

const calledIn = ({ name, newInFuture }: AssessedEnterprise, language: Language, labels: OverviewLabels): string =>
  `${shownText(name, language) || labels.unnamed}${newInFuture ? bracketed(labels['new-enterprise'], language) : ''}`;
const bracketed = (words: string, language: Language): string => (language === 'zh' ? `（${words}）` : ` (${words})`);

/** A square, so that it is not taken for a verdict. */
const related = (cx: number, cy: number, { strong }: FigureColours): string => element('rect', { x: cx - 5, y: cy - 5, width: 10, height: 10, fill: strong });

/** A circle: filled, empty, or dotted. */
function mark(verdict: Verdict, cx: number, cy: number, colours: FigureColours): string {
  const filled = verdict === 'innovated';
  return element('circle', { cx, cy, r: 5, fill: filled ? colours.strong : colours.paper, stroke: filled ? colours.strong : colours.line, 'stroke-width': 1.4, 'stroke-dasharray': verdict === 'open' ? '2 2' : undefined });
}

function drawLegend(width: number, top: number, withPractices: boolean, labels: OverviewLabels, colours: FigureColours): { svg: string; bottom: number } {
  const sign = (verdict: Verdict) => (cx: number, cy: number) => mark(verdict, cx, cy, colours);
  const entries = [
    ...(withPractices ? [[(cx: number, cy: number) => related(cx, cy, colours), labels.relates] as const] : []),
    ...(['innovated', 'not-innovated', 'open'] as const).map((verdict) => [sign(verdict), labels[verdict]] as const),
  ];
  const text = headSize;
  const drawn: string[] = [];
  let [x, y] = [margin, top];
  for (const [draw, words] of entries) {
    const own = 18 + textWidth(words, text);
    if (x > margin && x + own > margin + width) [x, y] = [margin, y + 22];
    drawn.push(draw(x + 6, y + lineHeight(text) / 2), textLines([words], x + 18, y, { size: text, fill: colours.soft, anchor: 'start' }));
    x += own + 24;
  }
  return { svg: drawn.join(''), bottom: y + lineHeight(text) };
}

/** What the figure shows, in words, for those who cannot see it. */
export function overviewDescription(rows: readonly OverviewRow[], language: Language, labels: OverviewLabels): string {
  return rows
    .map(({ title, origin, bestPractice, enterprises }, index) => {
      const facts = [origin, bestPractice, ...enterprises.map((enterprise) => `${calledIn(enterprise, language, labels)}: ${labels[verdictOf(enterprise.cells)]}`)].filter(Boolean);
      return `${index + 1}. ${shownText(title, language) || labels.untitled}${facts.length ? ` – ${facts.join('; ')}` : ''}`;
    })
    .join('\n');
}
