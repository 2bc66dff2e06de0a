import { comparePath } from '@/app/scenarios/[id]/compare/version-side';
import type { Thread } from '@/lib/comments/thread';
import { shortened } from '@/lib/diff/excerpt-diff';
import { textIn } from '@/lib/domain/languages';
import { printedHead } from '@/lib/domain/printed-head';
import type { PositionList } from '@/lib/positions/position';
import { fitLists, type ListToFit } from '@/lib/print/fit-lists';
import { plainText, type PrintBlock, type PrintDocument, type PrintText } from '@/lib/print/print-document';
import type { PageRuler } from '@/lib/print/to-pdf';
import type { OfferView, ShownRecord, ShownSigner } from '@/lib/sign-offs/read-offer';
import { differencesOf, type Difference } from './brief-differences';
import { openComments, statementsOf } from './brief-statements';
import { happened } from './happened';
import type { PrintWords } from './print-words';
import { shownMoment } from './shown-moment';
import { sideAs, standingAs } from './signer-words';

/** How much is told of an entry, as `lengthOf` counts: as much as all of them have room for. */
const rooms = [900, 420, 200, 110] as const;
const longestTitle = 150;
const longestReasonShown = 160;
const longestName = 60;
/** So many of the latest records are shown, fewer if they are so long that they would take the page from what is to be decided. */
const mostRecords = 4;
const leastRoom = 0.4;
const mostParties = 8;

export interface BriefParts {
  readonly offer: OfferView;
  readonly positions: PositionList;
  readonly threads: readonly Thread[];
  /** Where this Accord is found (`https://accord.example.org`). */
  readonly address: string;
}

/**
 * What a signatory has to know before signing, on one page: what is offered, what the delegations say of it and under which
 * reservations, in what it differs from the version agreed last, word by word, and what is still being discussed. What does not
 * fit is counted, and the page says where it stands.
 */
export function briefDocument({ offer, positions, threads, address }: BriefParts, words: PrintWords, ruler: PageRuler): PrintDocument {
  const { language, t, agreement } = words;
  const { snapshot, before, records, parties } = offer;
  const title = shortened(textIn(snapshot.content.title, language) || words.item('unnamed'), longestTitle);
  const at = (path: string): string => new URL(path, address).href;
  const version = at(`/scenarios/${offer.scenario}/snapshots/${snapshot.number}`);
  const compared = before ? at(comparePath(offer.scenario, before.number, snapshot.number)) : version;
  const made = records[0]!;
  const statements = statementsOf(offer, positions, words);
  const lists: readonly BriefList[] = [
    { entries: statements.reservations, share: 0.35, more: (count) => t('brief.more-positions', { count }), link: version, none: t('brief.no-reservations') },
    { entries: before ? differencesOf(before.content, snapshot.content, offer.authentic ?? [snapshot.content.leadingLanguage], words) : [], share: 0.5, more: (count) => t('brief.more-differences', { count }), link: compared, none: t(before ? 'brief.no-differences' : 'brief.first') },
    { entries: openComments(offer, threads, words), share: 0.15, more: (count) => t('brief.more-comments', { count }), link: at(`/scenarios/${offer.scenario}?panel=comments`), none: t('brief.no-comments') },
  ];

  const blocksWith = (shownRecords: number, [reservations, differences, comments]: readonly (readonly PrintBlock[])[]): PrintBlock[] => [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', runs: [{ text: shortened(agreement('version', { number: snapshot.number, name: snapshot.name }), longestTitle), bold: true }, { text: ` · ${t(`state.${offer.state}`)}`, soft: true }] },
    {
      kind: 'facts',
      facts: [
        { label: t('offered-by'), value: [{ text: `${shortened(made.signer.name, longestName)} ` }, ...standingAs(made.signer, words), { text: '\n' }, ...shownMoment(made.at, language, t)] },
        { label: t('asked'), value: parties.slice(0, mostParties).flatMap((party, index): PrintText => [{ text: index ? ' · ' : '' }, ...sideAs(party, words)]) },
        { label: t('hash'), value: plainText(snapshot.hash) },
      ],
    },
    ...soFar(records.slice(1), shownRecords, words),
    { kind: 'heading', level: 2, text: t('brief.positions') },
    statements.table,
    { kind: 'heading', level: 3, text: t('brief.reservations') },
    ...(reservations ?? []),
    { kind: 'heading', level: 2, text: before ? t('brief.differences', { number: before.number }) : t('brief.first-heading') },
    ...(lists[1]!.entries.length ? [{ kind: 'paragraph', runs: legend(words) } as const] : []),
    ...(differences ?? []),
    ...(lists[1]!.entries.length ? [] : [{ kind: 'paragraph', runs: [{ text: before ? t('brief.compare') : t('brief.read', { number: snapshot.number }), link: compared }] } as const]),
    { kind: 'heading', level: 2, text: t('brief.comments') },
    ...(comments ?? []),
  ];

  const nothing = lists.map(() => []);
  const withRecords = (shown: number): readonly PrintBlock[] => {
    const around = blocksWith(shown, nothing);
    const blocks = blocksWith(shown, fitted(lists, around, ruler));
    const fits = ruler.heightOf(around) <= (1 - leastRoom) * ruler.room && ruler.heightOf(blocks) <= ruler.room;
    return fits || shown === 0 ? blocks : withRecords(shown - 1);
  };
  return {
    title: t('brief.title', { title, number: snapshot.number }),
    language,
    compact: true,
    footer: t('brief.footer', { head: printedHead(offer.head) }),
    blocks: withRecords(Math.min(mostRecords, records.length - 1)),
  };
}

interface BriefList {
  /** The most important ones first. */
  readonly entries: readonly Difference[];
  readonly share: number;
  readonly more: (count: number) => string;
  /** Where all of them stand. */
  readonly link: string;
  /** What is said if there are none. */
  readonly none: string;
}

/** The lists with as much of them as fits on the page below and between `around`. */
function fitted(lists: readonly BriefList[], around: readonly PrintBlock[], ruler: PageRuler): PrintBlock[][] {
  const empty = (list: BriefList): PrintBlock[] => (list.entries.length ? [] : [{ kind: 'paragraph', runs: [{ text: list.none, soft: true }] }]);
  const left = ruler.room - ruler.heightOf([...around, ...lists.flatMap(empty)]);
  const attempt = (room: number): { readonly shown: readonly number[]; readonly blocks: PrintBlock[][] } => {
    const texts = lists.map(({ entries }) => entries.map((entry) => lazily(() => entry(room))));
    const shown = fitLists(
      lists.map((list, index): ListToFit => ({
        count: list.entries.length,
        share: list.share,
        heightOf: (entry) => below(ruler, listOf([texts[index]![entry]!()])),
        moreHeight: below(ruler, moreOf(list, list.entries.length)),
      })),
      left,
    );
    const blocks = lists.map((list, index): PrintBlock[] => {
      const count = shown[index]!;
      if (list.entries.length === 0) return empty(list);
      return [listOf(texts[index]!.slice(0, count).map((text) => text())), ...(count < list.entries.length ? [moreOf(list, list.entries.length - count)] : [])];
    });
    return { shown, blocks };
  };
  for (const room of rooms) {
    const { shown, blocks } = attempt(room);
    if (room === rooms.at(-1) || shown.every((count, index) => count === lists[index]!.entries.length)) return blocks;
  }
  throw new Error('there is a last room');
}

/** The height of a block that stands below another one. */
function below(ruler: PageRuler, block: PrintBlock): number {
  const above: PrintBlock = { kind: 'paragraph', runs: plainText('-') };
  return ruler.heightOf([above, block]) - ruler.heightOf([above]);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const listOf = (items: readonly PrintText[]): PrintBlock => ({ kind: 'list', ordered: false, items });

const moreOf = ({ more, link }: BriefList, count: number): PrintBlock => ({ kind: 'paragraph', runs: [{ text: `${more(count)} `, bold: true }, { text: link, link }] });

/** How to read the marks. */
function legend({ t }: PrintWords): PrintText {
  return [{ text: t('brief.inserted'), mark: 'inserted' }, { text: ' · ' }, { text: t('brief.deleted'), mark: 'deleted' }];
}

/** What has become of the offer: the latest records. */
function soFar(records: readonly ShownRecord[], shown: number, words: PrintWords): PrintBlock[] {
  if (records.length === 0) return [];
  const { language, t } = words;
  const earlier = records.length - shown;
  return [
    { kind: 'heading', level: 2, text: t('brief.so-far') },
    ...(shown === 0 ? [] : [listOf(records.slice(earlier).map((record) => [...happened(brieflySaid(record), words), { text: '\n' }, ...shownMoment(record.at, language, t).map((run) => ({ ...run, text: run.text.replaceAll('\n', ' · '), soft: true }))]))]),
    ...(earlier ? [{ kind: 'paragraph', runs: [{ text: t('brief.more-records', { count: earlier }), soft: true }] } as const] : []),
  ];
}

function brieflySaid(record: ShownRecord): ShownRecord {
  const brief = (signer: ShownSigner): ShownSigner => ({ ...signer, name: shortened(signer.name, longestName), function: shortened(signer.function, longestName) });
  return { ...record, signer: brief(record.signer), named: record.named && brief(record.named), reason: record.reason && shortened(record.reason, longestReasonShown) };
}
