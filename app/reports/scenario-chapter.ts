import { originName } from '@/app/scenarios/origin-name';
import { textIn } from '@/lib/domain/languages';
import { sectionKeys } from '@/lib/domain/scenario';
import { assessmentDescription, assessmentFigure, trianglesOfPage } from '@/lib/figures/assessment-figure';
import { networkDescription } from '@/lib/figures/describe-network';
import { assessmentLabelKeys, figureLabels, networkLabelKeys } from '@/lib/figures/figure-labels';
import { networkFigure } from '@/lib/figures/network-figure';
import { sharedTriangles } from '@/lib/figures/shared-triangles';
import { phases } from '@/lib/domain/phases';
import { plainText, type PrintBlock } from '@/lib/print/print-document';
import type { EditedScenario, Edition } from './edition';
import { refTo, type Numbering } from './numbering';
import { sentenceWith, type ReportWords } from './report-words';
import { signOffBlocks, stateSentence } from './sign-off-blocks';
import { contradictions, reasonsTable, verdictTable } from './verdict-tables';
import { sectionBlocks } from './wording-blocks';

/** What a scenario is called in a report; `number`: its place in a collection. */
export function chapterTitle({ content }: EditedScenario, number: number | null, words: ReportWords): string {
  const title = textIn(content.title, words.language) || words.untitled;
  return number === null ? title : `${number}\u2002${title}`;
}

/** A scenario as the report prints it: its four sections, both figures where the text speaks of them, what was judged, who has signed. */
export function scenarioChapter(scenario: EditedScenario, { delegations }: Edition, number: number | null, numbering: Numbering, words: ReportWords): PrintBlock[] {
  const { content } = scenario;
  const { language, report, item } = words;
  const heading = (key: string): PrintBlock => ({ kind: 'heading', level: 2, text: key });
  const [description, ...others] = sectionKeys;
  return [
    { kind: 'heading', level: 1, text: chapterTitle(scenario, number, words), id: `scenario-${scenario.id}` },
    {
      kind: 'facts',
      facts: [
        ...(content.origin ? [{ label: report('origin'), value: plainText(originName((key) => words.ui(key), content.origin, delegations, language)) }] : []),
        { label: report('best-practice'), value: plainText(content.bestPractice ?? report('no-best-practice')) },
        { label: report('state.label'), value: plainText(stateSentence(scenario, words)) },
      ],
    },
    heading(item(`sections.${description}`)),
    ...sectionBlocks(content, description, words),
    ...networkPart(scenario, numbering, words),
    ...others.flatMap((section) => [heading(item(`sections.${section}`)), ...sectionBlocks(content, section, words)]),
    ...assessmentPart(scenario, numbering, words),
    heading(report('sign-off')),
    ...signOffBlocks(scenario, words),
  ];
}

function networkPart({ content }: EditedScenario, numbering: Numbering, words: ReportWords): PrintBlock[] {
  const labels = figureLabels(networkLabelKeys, words.figures);
  const { language } = words;
  const caption = numbering.next('figure', words.report('network-caption', { title: textIn(content.title, language) || words.untitled }));
  return [
    { kind: 'paragraph', runs: sentenceWith(words, 'see-network', { figure: refTo(caption) }) },
    { kind: 'figure', svg: networkFigure(content, { language, labels, arrangement: 'stacked' }), caption, description: networkDescription(content, phases, language, labels) },
  ];
}

function assessmentPart({ content }: EditedScenario, numbering: Numbering, words: ReportWords): PrintBlock[] {
  const { language, report } = words;
  if (content.enterprises.length === 0) return [{ kind: 'paragraph', runs: [{ text: words.figures('no-enterprises'), soft: true }] }];
  const title = textIn(content.title, language) || words.untitled;
  const triangles = sharedTriangles(content);
  const figures = numbering.parts(report('assessment-caption', { title }), Math.ceil(triangles.length / trianglesOfPage));
  const table = numbering.next('table', report('verdicts-caption', { title }));
  const reasons = reasonsTable(content, () => numbering.next('table', report('reasons-caption', { title })), words);
  const labels = figureLabels(assessmentLabelKeys, words.figures);
  const gap = language === 'zh' ? '' : ' ';
  return [
    {
      kind: 'paragraph',
      runs: [
        ...sentenceWith(words, 'see-assessment', { figure: refTo(figures[0]), table: refTo(table) }),
        ...(triangles.some(({ length }) => length > 1) ? plainText(gap + report('shared-triangles')) : []),
        ...(reasons?.caption ? [...plainText(gap), ...sentenceWith(words, 'see-reasons', { table: refTo(reasons.caption) })] : []),
      ],
    },
    ...figures.map((caption, index): PrintBlock => {
      const drawn = triangles.slice(index * trianglesOfPage, (index + 1) * trianglesOfPage);
      return { kind: 'figure', svg: assessmentFigure(content, { language, labels, triangles: drawn }), caption, description: assessmentDescription({ ...content, enterprises: drawn.flat() }, language, labels) };
    }),
    verdictTable(content, table, words),
    ...contradictions(content, words),
    ...(reasons ? [reasons] : []),
  ];
}
