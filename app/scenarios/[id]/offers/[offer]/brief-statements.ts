import { itemLabel } from '@/app/scenarios/item-label';
import type { Thread } from '@/lib/comments/thread';
import { lengthOf, shortened } from '@/lib/diff/excerpt-diff';
import { itemsOf } from '@/lib/document/items-of';
import { colonIn } from '@/lib/domain/languages';
import { isAsked } from '@/lib/domain/open-items';
import { standingOf, stances, type Stance } from '@/lib/domain/positions';
import type { PositionList } from '@/lib/positions/position';
import { plainText, type PrintBlock, type PrintText } from '@/lib/print/print-document';
import type { OfferView } from '@/lib/sign-offs/read-offer';
import type { Difference } from './brief-differences';
import type { PrintWords } from './print-words';
import { badgeOf, sideAs } from './signer-words';

/** More sides than that have to be looked up in the version itself. */
const mostSides = 8;
const longestItem = 140;
const longestName = 40;
/** What a signatory must not overlook: sustained opposition first. */
const reserved: readonly Stance[] = ['disagree', 'reservation', 'discuss'];

/** What the delegations say of the offered version: in numbers, and item by item where they do not plainly agree. */
export function statementsOf({ snapshot, parties }: OfferView, { sides, positions, authentic }: PositionList, words: PrintWords): { readonly table: PrintBlock; readonly reservations: readonly Difference[] } {
  const { language, t, item, stance: nameOf } = words;
  const items = itemsOf(snapshot.content).filter((each) => isAsked(each, authentic));
  const standings = standingOf(items, positions);
  const asked = sides.filter(({ id }) => parties.some((party) => party.id === id));
  const rows = asked.slice(0, mostSides).map((side): PrintText[] => {
    const own = items.map(({ name }) => standings.get(name)?.get(side.id));
    const count = (stance: Stance): number => own.filter((standing) => standing && !standing.isStale && standing.position.stance === stance).length;
    const stale = own.filter((standing) => standing?.isStale).length;
    const none = own.filter((standing) => !standing).length;
    return [sideAs(side, words), ...[...stances.map(count), stale, none].map((number) => plainText(String(number)))];
  });
  // whoever takes part no longer may still stand against something
  const reservations = reserved.flatMap((stance) =>
    items.flatMap(({ name }) =>
      sides.flatMap((side): Difference[] => {
        const standing = standings.get(name)?.get(side.id);
        if (standing?.position.stance !== stance) return [];
        const { note, by } = standing.position;
        return [
          (room) => [
            ...badgeOf(side.code, words),
            { text: ` ${nameOf(stance)}`, bold: true },
            { text: ` – ${shortened(itemLabel(name, [snapshot.content], language, item), longestItem)}` },
            { text: standing.isStale ? ` ${t('brief.given-earlier')}` : '', soft: true },
            ...(note ? [{ text: ` – ${shortened(by.name, longestName)}${colonIn(language)}${shortened(note, room)}`, soft: true }] : []),
          ],
        ];
      }),
    ),
  );
  const headings = [...stances.map((stance) => nameOf(stance)), t('brief.stale'), t('brief.unseen')];
  // as wide as the longest word asks for
  const widths = headings.map((heading) => 3 + Math.max(...heading.split(' ').map(lengthOf)));
  return {
    table: { kind: 'table', widths: [24, ...widths], header: [t('brief.delegation'), ...headings], rows },
    reservations,
  };
}

/** What is still being discussed, for everybody to see: what a delegation keeps to itself stays off a paper that may lie on the table. */
export function openComments({ snapshot }: OfferView, threads: readonly Thread[], { language, item }: PrintWords): Difference[] {
  return threads
    .filter(({ resolved, internalTo }) => !resolved && internalTo === null)
    .map((thread): Difference => {
      const first = thread.comments.find(({ isDeleted }) => !isDeleted);
      const label = shortened(itemLabel(thread.item, [snapshot.content], language, item, thread.called), longestItem);
      return (room) => [{ text: label }, ...(first ? [{ text: ` – ${shortened(first.author.name, longestName)}${colonIn(language)}${shortened(first.body, room)}`, soft: true }] : [])];
    });
}
