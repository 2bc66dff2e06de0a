import { originName } from '@/app/scenarios/origin-name';
import { assessedEnterprises } from '@/lib/domain/assessed-enterprise';
import { textIn } from '@/lib/domain/languages';
import { verdictOf } from '@/lib/domain/verdict';
import { figureLabels, overviewLabelKeys } from '@/lib/figures/figure-labels';
import { overviewDescription, overviewFigure, rowsOfPage, type OverviewRow } from '@/lib/figures/overview-figure';
import { plainText, type PrintBlock, type PrintText } from '@/lib/print/print-document';
import { isAgreed, type Edition } from './edition';
import { refTo, type Numbering } from './numbering';
import { sentenceWith, type ReportWords } from './report-words';
import { chapterTitle } from './scenario-chapter';

/** How the scenarios stand to the best practices, and what was found: the report in one figure and one table. */
export function overviewBlocks({ collection, scenarios, delegations }: Edition, numbering: Numbering, words: ReportWords): PrintBlock[] {
  const { report, language } = words;
  const figures = numbering.parts(report('overview-figure-caption'), Math.ceil(scenarios.length / rowsOfPage));
  const table = numbering.next('table', report('overview-caption'));
  const originOf = (origin: string): string => originName((key) => words.ui(key), origin, delegations, language);
  const rows = scenarios.map(({ content }): OverviewRow => ({ title: content.title, origin: content.origin && originOf(content.origin), bestPractice: content.bestPractice, enterprises: assessedEnterprises(content) }));
  const labels = figureLabels(overviewLabelKeys, words.figures);
  return [
    { kind: 'heading', level: 1, text: report('overview'), id: 'overview' },
    { kind: 'paragraph', runs: sentenceWith(words, 'see-overview', { figure: refTo(figures[0]), table: refTo(table) }) },
    ...figures.map((caption, index): PrintBlock => ({
      kind: 'figure',
      svg: overviewFigure({ name: collection!, rows }, { language, labels, part: { from: index * rowsOfPage, count: rowsOfPage } }),
      caption,
      description: overviewDescription(rows, language, labels),
    })),
    {
      kind: 'table',
      caption: table,
      widths: [7, 2.6, 4, 4, 3.4],
      header: [report('scenario'), report('origin'), report('best-practice'), report('innovated'), report('state.label')],
      rows: scenarios.map((scenario, index): PrintText[] => {
        const { content } = scenario;
        const innovated = content.enterprises.filter(({ id }) => verdictOf(content.assessment[id]!) === 'innovated').map(({ name }) => textIn(name, language) || words.item('unnamed'));
        return [
          [{ text: chapterTitle(scenario, index + 1, words), ref: `scenario-${scenario.id}` }],
          plainText(content.origin ? originOf(content.origin) : '–'),
          plainText(content.bestPractice ?? '–'),
          plainText(innovated.join(words.t('list-separator')) || '–'),
          plainText(scenario.version ? report(isAgreed(scenario) ? 'state.short-agreed' : 'state.short-version', { number: scenario.version.number }) : report('draft')),
        ];
      }),
    },
  ];
}
