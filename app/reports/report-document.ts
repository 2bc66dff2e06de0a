import { shownMoment } from '@/app/scenarios/[id]/offers/[offer]/shown-moment';
import { originName } from '@/app/scenarios/origin-name';
import { textIn } from '@/lib/domain/languages';
import { printedHead } from '@/lib/domain/printed-head';
import { verdictOf } from '@/lib/domain/verdict';
import { takingTurns } from '@/lib/print/making';
import { plainText, type PrintBlock, type PrintDocument, type PrintText } from '@/lib/print/print-document';
import { isAgreed, type Edition } from './edition';
import { Numbering, refTo } from './numbering';
import { sentenceWith, type ReportWords } from './report-words';
import { chapterTitle, scenarioChapter } from './scenario-chapter';
import { stateSentence } from './sign-off-blocks';

/**
 * An edition as a report: cover, contents, front matter, overview, a chapter for each scenario, back matter, and what exactly
 * this edition holds. Pages of what is not agreed bear the word for a draft; so do those around, unless all is agreed.
 * @throws the signal's reason, once it is aborted
 */
export async function reportDocument(edition: Edition, words: ReportWords, signal?: AbortSignal): Promise<PrintDocument> {
  const turn = takingTurns(signal);
  const { language, report } = words;
  const numbering = new Numbering(words);
  const { collection, scenarios, matter } = edition;
  const draft = report('draft');
  const around: PrintBlock = { kind: 'part', mark: scenarios.length > 0 && scenarios.every(isAgreed) ? null : draft };
  const title = reportTitle(edition, words);
  const overview = collection && scenarios.length > 0 ? [around, ...overviewBlocks(edition, numbering, words)] : [];
  const chapters: PrintBlock[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    chapters.push({ kind: 'part', mark: isAgreed(scenario) ? null : draft }, ...scenarioChapter(scenario, edition, collection ? index + 1 : null, numbering, words));
    await turn();
  }
  return {
    title,
    language,
    footer: report('footer', { title, head: printedHead(edition.head).slice(0, 21) }),
    blocks: [
      around,
      coverOf(edition, title, words),
      around,
      { kind: 'contents', title: report('contents'), depth: collection ? 1 : 2 },
      ...(matter.front.length ? [around, ...matter.front] : []),
      ...overview,
      ...chapters,
      ...(matter.back.length ? [around, ...matter.back] : []),
      around,
      ...colophon(edition, words),
    ],
  };
}

export function reportTitle({ collection, scenarios }: Edition, words: ReportWords): string {
  return (collection ? textIn(collection, words.language) : scenarios[0] && textIn(scenarios[0].content.title, words.language)) || words.untitled;
}

function coverOf({ collection, scenarios, authentic, delegations, at }: Edition, title: string, words: ReportWords): PrintBlock {
  const { report } = words;
  const agreed = scenarios.filter(isAgreed).length;
  const origins = [...new Set(scenarios.flatMap(({ content }) => content.origin ?? []))].map((origin) => originName((key) => words.ui(key), origin, delegations, words.language));
  const list = (texts: readonly string[]): PrintText => plainText(texts.join(words.t('list-separator')));
  return {
    kind: 'cover',
    title,
    subtitle: report(collection ? 'subtitle.collection' : 'subtitle.scenario'),
    facts: [
      ...(origins.length ? [{ label: report('origin'), value: list(origins) }] : []),
      { label: report('state.label'), value: plainText(collection ? report('state.count', { agreed, count: scenarios.length }) : scenarios[0] ? stateSentence(scenarios[0], words) : '') },
      ...(authentic ? [{ label: words.t('record.authentic'), value: list(authentic.map((each) => words.item(`languages.${each}`))) }] : []),
      { label: report('language'), value: plainText(words.item(`languages.${words.language}`)) },
      { label: report('made'), value: shownMoment(at, words.language, words.t) },
    ],
  };
}

/** How the scenarios stand to the best practices, and what was found: the report in one table. */
function overviewBlocks({ scenarios, delegations }: Edition, numbering: Numbering, words: ReportWords): PrintBlock[] {
  const { report, language } = words;
  const caption = numbering.next('table', report('overview-caption'));
  return [
    { kind: 'heading', level: 1, text: report('overview'), id: 'overview' },
    { kind: 'paragraph', runs: sentenceWith(words, 'see-overview', { table: refTo(caption) }) },
    {
      kind: 'table',
      caption,
      widths: [7, 2.6, 4, 4, 3.4],
      header: [report('scenario'), report('origin'), report('best-practice'), report('innovated'), report('state.label')],
      rows: scenarios.map((scenario, index): PrintText[] => {
        const { content } = scenario;
        const innovated = content.enterprises.filter(({ id }) => verdictOf(content.assessment[id]!) === 'innovated').map(({ name }) => textIn(name, language) || words.item('unnamed'));
        return [
          [{ text: chapterTitle(scenario, index + 1, words), ref: `scenario-${scenario.id}` }],
          plainText(content.origin ? originName((key) => words.ui(key), content.origin, delegations, language) : '–'),
          plainText(content.bestPractice ?? '–'),
          plainText(innovated.join(words.t('list-separator')) || '–'),
          plainText(scenario.version ? report(isAgreed(scenario) ? 'state.short-agreed' : 'state.short-version', { number: scenario.version.number }) : report('draft')),
        ];
      }),
    },
  ];
}

/** What exactly this edition holds, so that anybody can check it. */
function colophon({ scenarios, head, at }: Edition, words: ReportWords): PrintBlock[] {
  const { report } = words;
  return [
    { kind: 'heading', level: 1, text: report('edition') },
    { kind: 'paragraph', runs: plainText(report('edition-hint')) },
    {
      kind: 'table',
      widths: [5, 5, 6],
      header: [report('scenario'), report('state.label'), words.t('hash')],
      rows: scenarios.map((scenario): PrintText[] => [[{ text: textIn(scenario.content.title, words.language) || words.untitled }, { text: `\n${scenario.id}`, soft: true }], plainText(stateSentence(scenario, words)), plainText(scenario.hash)]),
    },
    {
      kind: 'facts',
      facts: [
        { label: report('made'), value: shownMoment(at, words.language, words.t) },
        { label: words.t('record.head'), value: plainText(printedHead(head)) },
      ],
    },
    { kind: 'paragraph', runs: plainText(words.t('record.verify', { head: printedHead(head) })) },
  ];
}
