import { isAsked, differingCells, openItems, type Distance, type OpenReason } from '@/lib/domain/open-items';
import { consents, standingOf, type HashedItem } from '@/lib/domain/positions';
import { sharingParts } from '@/lib/document/sharing-parts';
import type { Judgement, Position, PositionList, Side } from '@/lib/positions/position';

/** What one delegation says of an item: `position` null while it has said nothing. */
export interface Said {
  readonly side: Side;
  readonly position: Position | null;
  /** The content has moved on from what the position was given for. */
  readonly isStale: boolean;
}

/** How one delegation judges a cell on its own. */
export interface OwnJudgement extends Judgement {
  readonly side: Side;
  /** False once the common judgement says the same. */
  readonly differs: boolean;
  /** The cell has moved on since. */
  readonly isStale: boolean;
}

/** An item and all that was said of it. */
export interface ItemAgreement {
  readonly name: string;
  /** Of the content as it is shown now. */
  readonly hash: string;
  /** In the order of the sides: those that take part, and others that have said something of this item. */
  readonly said: readonly Said[];
  readonly judgements: readonly OwnJudgement[];
  /** Why it is not agreed; none if it is. */
  readonly reasons: readonly OpenReason[];
  /** Ids of the delegations that have said nothing of it as it stands. */
  readonly waitsFor: readonly string[];
}

/**
 * A reason in words. `silent`: an `unseen` item of which nobody has said anything at all. Where positions are said to differ though
 * nobody agrees, `opposed` or `discuss`: what the only side wants that has spoken; `unwanted`: none of several sides agrees.
 * `judged`: a delegation judges the cell on its own, and otherwise.
 */
export type NamedReason = OpenReason | 'silent' | 'opposed' | 'discuss' | 'unwanted' | 'judged';

/** The reasons as they are put to a reader: who stands alone with what is said differs from nobody. */
export function namedReasons({ reasons, said, judgements }: Pick<ItemAgreement, 'reasons' | 'said' | 'judgements'>): readonly NamedReason[] {
  const given = said.flatMap(({ position, isStale }) => (position && !isStale ? [position.stance] : []));
  const judged = judgements.some(({ differs }) => differs);
  const ofPositions = ((): NamedReason | null => {
    if (given.every(consents)) return judged ? null : 'differing';
    if (given.some(consents)) return 'differing';
    if (given.length > 1) return 'unwanted';
    return given[0] === 'disagree' ? 'opposed' : 'discuss';
  })();
  const differing: readonly NamedReason[] = [...(ofPositions ? [ofPositions] : []), ...(judged ? (['judged'] as const) : [])];
  const unseen: NamedReason = said.every(({ position }) => !position) ? 'silent' : 'unseen';
  return reasons.flatMap((reason) => (reason === 'differing' ? differing : reason === 'unseen' ? unseen : reason));
}

/** Where both sides stand, item by item. */
export interface Board {
  readonly sides: readonly Side[];
  /** Id of the delegation for which the reader may speak; null if for none. */
  readonly speakFor: string | null;
  /** The items that count, in their order. */
  readonly items: readonly ItemAgreement[];
  readonly byName: ReadonlyMap<string, ItemAgreement>;
  readonly distance: Distance;
  /** True once there is something to mark beside items: somebody has spoken, or the reader could. */
  readonly hasMarks: boolean;
}

/**
 * Puts together what is known.
 * @param commented names of items with an unsettled discussion
 * @param before an earlier board: items of which it says the same stay the same objects
 */
export function boardOf(list: PositionList, hashed: readonly HashedItem[], commented: ReadonlySet<string>, before: Board | null): Board {
  const { sides, positions, judgements, authentic } = list;
  const asked = hashed.filter((item) => isAsked(item, authentic));
  const standings = standingOf(asked, positions);
  const differing = differingCells(asked, judgements);
  const parties = sides.filter(({ takesPart }) => takesPart).map(({ id }) => id);
  const open = new Map(openItems({ items: asked, parties, standings, judgements, commented, authentic }).map((item) => [item.name, item]));
  const common = new Map(asked.map((item) => [item.name, item]));
  const own = new Map<string, OwnJudgement[]>();
  for (const judgement of judgements) {
    const cell = common.get(judgement.item);
    const side = sides.find(({ id }) => id === judgement.delegation);
    if (!cell || !side) continue;
    const judged = { ...judgement, side, differs: differing.has(judgement.item) && cell.change !== judgement.change, isStale: cell.hash !== judgement.hash };
    own.set(judgement.item, [...(own.get(judgement.item) ?? []), judged]);
  }
  const items = asked.map(({ name, hash }) => {
    const saidOf = standings.get(name);
    const item: ItemAgreement = {
      name,
      hash,
      said: sides.flatMap((side): Said[] => {
        const standing = saidOf?.get(side.id);
        if (!standing) return side.takesPart ? [{ side, position: null, isStale: false }] : [];
        return [{ side, position: standing.position, isStale: standing.isStale }];
      }),
      judgements: own.get(name) ?? [],
      reasons: open.get(name)?.reasons ?? [],
      waitsFor: open.get(name)?.waitsFor ?? [],
    };
    return sharingParts(before?.byName.get(name), item);
  });
  return {
    sides,
    speakFor: list.may.speakFor,
    items,
    byName: new Map(items.map((item) => [item.name, item])),
    distance: { agreed: items.length - open.size, of: items.length },
    hasMarks: positions.length > 0 || list.may.speakFor !== null,
  };
}
