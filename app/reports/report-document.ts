import { shownMoment } from '@/app/scenarios/[id]/offers/[offer]/shown-moment';
import { originName } from '@/app/scenarios/origin-name';
import { textIn } from '@/lib/domain/languages';
import { printedHead } from '@/lib/domain/printed-head';
import { takingTurns } from '@/lib/print/making';
import { plainText, type PrintBlock, type PrintDocument, type PrintText } from '@/lib/print/print-document';
import { isAgreed, type Edition } from './edition';
import { matterBlocks, printedMatter } from './matter-blocks';
import { Numbering } from './numbering';
import { overviewBlocks } from './overview-blocks';
import type { ReportWords } from './report-words';
import { scenarioChapter } from './scenario-chapter';
import { stateSentence } from './sign-off-blocks';

/**
 * An edition as a report: cover, contents, front matter, overview, a chapter for each scenario, back matter, and what exactly
 * this edition holds. Pages of what is not agreed bear the word for a draft; so do those around, unless every scenario
 * is agreed.
 * @throws the signal's reason, once it is aborted
 */
export async function reportDocument(edition: Edition, words: ReportWords, signal?: AbortSignal): Promise<PrintDocument> {
  const turn = takingTurns(signal);
  const { language, report } = words;
  const numbering = new Numbering(words);
  const { collection, scenarios } = edition;
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
      ...matterBlocks(edition, 'front', words),
      ...overview,
      ...chapters,
      ...matterBlocks(edition, 'back', words),
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

/** What exactly this edition holds, so that anybody can check it. */
function colophon(edition: Edition, words: ReportWords): PrintBlock[] {
  const { scenarios, head, at } = edition;
  const { report } = words;
  const matter = printedMatter(edition, words.language);
  return [
    { kind: 'heading', level: 1, text: report('edition') },
    { kind: 'paragraph', runs: plainText(report('edition-hint')) },
    {
      kind: 'table',
      widths: [6.3, 3.7, 6.2],
      header: [report('scenario'), report('state.label'), words.t('hash')],
      rows: scenarios.map((scenario): PrintText[] => [[{ text: textIn(scenario.content.title, words.language) || words.untitled }, { text: `\n${scenario.id}`, soft: true }], plainText(stateSentence(scenario, words)), plainText(scenario.hash)]),
    },
    ...(matter.length
      ? [
          { kind: 'paragraph', runs: plainText(report('matter-hint')) } as const,
          {
            kind: 'table',
            widths: [6.3, 3.7, 6.2],
            header: [report('text'), report('state.label'), words.t('hash')],
            rows: matter.map(({ section, language, version, hash }): PrintText[] => [[{ text: words.matter(section) }, { text: `\n${words.item(`languages.${language}`)}`, soft: true }], plainText(report('state.unsigned', { version })), plainText(hash)]),
          } as const,
        ]
      : []),
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
