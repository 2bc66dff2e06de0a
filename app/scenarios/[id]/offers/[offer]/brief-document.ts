import { itemLabel } from '@/app/scenarios/[id]/item-label';
import { diffScenario } from '@/lib/diff/diff-scenario';
import { listChanges } from '@/lib/diff/list-changes';
import { itemsOf } from '@/lib/document/items-of';
import type { Thread } from '@/lib/comments/thread';
import { printedHead } from '@/lib/domain/printed-head';
import { standingOf, stances } from '@/lib/domain/positions';
import { textIn } from '@/lib/domain/languages';
import { isAsked } from '@/lib/domain/open-items';
import type { PositionList } from '@/lib/positions/position';
import { plainText, type PrintBlock, type PrintDocument, type PrintText } from '@/lib/print/print-document';
import type { OfferView, ShownRecord } from '@/lib/sign-offs/read-offer';
import { happened } from './happened';
import type { PrintWords } from './print-words';
import { shownMoment } from './shown-moment';

/** A brief is one page: of what is longer, as much as helps to decide, and how much more there is. */
const mostListed = 12;
const longestExcerpt = 160;

export interface BriefParts {
  readonly offer: OfferView;
  readonly positions: PositionList;
  readonly threads: readonly Thread[];
}

/**
 * What a signatory has to know before signing, on one page: what is offered, in what it differs from the version agreed last,
 * what the delegations say of it, under which reservations, and what is still being discussed.
 */
export function briefDocument({ offer, positions, threads }: BriefParts, words: PrintWords): PrintDocument {
  const { language, t, agreement } = words;
  const { snapshot, before, records } = offer;
  const { content } = snapshot;
  const title = textIn(content.title, language) || words.item('unnamed');
  const made = records[0]!;
  return {
    title: t('brief.title', { title, number: snapshot.number }),
    language,
    footer: t('brief.footer', { hash: snapshot.hash, head: printedHead(offer.head) }),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', runs: [{ text: agreement('version', { number: snapshot.number, name: snapshot.name }), bold: true }, { text: ` · ${t(`state.${offer.state}`)}`, soft: true }] },
      {
        kind: 'facts',
        facts: [
          { label: t('offered-by'), value: [{ text: `${made.signer.name}\n` }, ...shownMoment(made.at, language, t)] },
          { label: t('asked'), value: plainText(offer.parties.map((party) => t('party', { name: textIn(party.name, language), code: party.code })).join(' · ')) },
          { label: t('hash'), value: plainText(snapshot.hash) },
        ],
      },
      ...soFar(records.slice(1), words),
      { kind: 'heading', level: 2, text: before ? t('brief.differences', { number: before.number }) : t('brief.first-heading') },
      ...differences(offer, words),
      { kind: 'heading', level: 2, text: t('brief.positions') },
      ...positionsOf(offer, positions, words),
      { kind: 'heading', level: 2, text: t('brief.comments') },
      ...comments(offer, threads, words),
    ],
  };
}

function soFar(records: readonly ShownRecord[], words: PrintWords): PrintBlock[] {
  if (records.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.t('brief.so-far') },
    { kind: 'list', ordered: false, items: records.map((record) => happened(record, words)) },
  ];
}

function differences({ snapshot, before }: OfferView, { language, t, compare, item }: PrintWords): PrintBlock[] {
  if (!before) return [{ kind: 'paragraph', runs: plainText(t('brief.first')) }];
  const changes = listChanges(diffScenario(before.content, snapshot.content));
  if (changes.length === 0) return [{ kind: 'paragraph', runs: plainText(t('brief.no-differences')) }];
  return listed(
    changes.map(({ item: name, kinds }): PrintText => {
      // what was dropped has its name in the version before
      const label = itemLabel(name, [snapshot.content, before.content], language, item);
      return [{ text: label }, { text: ` – ${kinds.map((kind) => compare(`kinds.${kind}`)).join(', ')}`, soft: true }];
    }),
    t,
  );
}

function positionsOf({ snapshot, parties }: OfferView, { sides, positions }: PositionList, { language, t, item }: PrintWords): PrintBlock[] {
  const items = itemsOf(snapshot.content).filter(isAsked);
  const standings = standingOf(items, positions);
  const asked = sides.filter(({ id }) => parties.some((party) => party.id === id));
  const rows = asked.map((side): PrintText[] => {
    const own = items.map(({ name }) => standings.get(name)?.get(side.id));
    const count = (stance: (typeof stances)[number]): number => own.filter((standing) => standing && !standing.isStale && standing.position.stance === stance).length;
    const stale = own.filter((standing) => standing?.isStale).length;
    const none = own.filter((standing) => !standing).length;
    return [textIn(side.name, language), ...stances.map((stance) => String(count(stance))), String(stale), String(none)].map(plainText);
  });
  const reservations = items.flatMap(({ name }) =>
    asked.flatMap((side): PrintText[] => {
      const standing = standings.get(name)?.get(side.id);
      if (standing?.position.stance !== 'reservation') return [];
      return [[{ text: `${side.code}: `, bold: true }, { text: itemLabel(name, [snapshot.content], language, item) }, { text: standing.position.note ? `\n${standing.position.note}` : '' }]];
    }),
  );
  return [
    { kind: 'table', widths: [2, ...stances.map(() => 1.2), 1, 1.2], header: [t('brief.delegation'), ...stances.map((stance) => t(`stance.${stance}`)), t('brief.stale'), t('brief.unseen')], rows },
    ...(reservations.length ? [{ kind: 'heading', level: 3, text: t('brief.reservations') } as const, ...listed(reservations, t)] : [{ kind: 'paragraph', runs: [{ text: t('brief.no-reservations'), soft: true }] } as const]),
  ];
}

function comments({ snapshot }: OfferView, threads: readonly Thread[], { language, t, item }: PrintWords): PrintBlock[] {
  // what a delegation keeps to itself stays off a paper that may lie on the table
  const open = threads.filter(({ resolved, internalTo }) => !resolved && internalTo === null);
  if (open.length === 0) return [{ kind: 'paragraph', runs: [{ text: t('brief.no-comments'), soft: true }] }];
  return listed(
    open.map((thread): PrintText => {
      const first = thread.comments.find(({ isDeleted }) => !isDeleted);
      const said = first ? `\n${first.author.name}: ${excerpt(first.body)}` : '';
      return [{ text: itemLabel(thread.item, [snapshot.content], language, item) }, { text: said, soft: true }];
    }),
    t,
  );
}

function listed(items: readonly PrintText[], t: PrintWords['t']): PrintBlock[] {
  const more = items.length - mostListed;
  return [
    { kind: 'list', ordered: false, items: items.slice(0, mostListed) },
    ...(more > 0 ? [{ kind: 'paragraph', runs: [{ text: t('brief.more', { more }), soft: true }] } as const] : []),
  ];
}

function excerpt(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt).join('')}…` : line.join('');
}
