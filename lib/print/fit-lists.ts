/** Something to be listed on a page that may have too little room for all of it: most important first. */
export interface ListToFit {
  readonly count: number;
  /** The height of an entry, asked for as long as there may be room. */
  readonly heightOf: (entry: number) => number;
  /** The height of the line that says how many more there are. */
  readonly moreHeight: number;
  /** The part of the room that it may have even where another list could fill all. All shares together are at most 1. */
  readonly share: number;
}

/**
 * How many entries of each list a page shows: all of them if they fit; else each list gets its share, what one does not need goes
 * to the others, the first of them first, and every list shows at least one.
 * @param lists the more important ones first
 */
export function fitLists(lists: readonly ListToFit[], room: number): number[] {
  const heights = lists.map((list) => heightsWithin(list, room));
  const needs = lists.map(({ count }, index) => (heights[index]!.length < count ? Infinity : sum(heights[index]!)));
  if (sum(needs) <= room) return lists.map(({ count }) => count);
  const granted = lists.map(({ share }, index) => Math.min(needs[index]!, share * room));
  let left = room - sum(granted);
  return lists.map((list, index) => {
    const own = Math.min(needs[index]!, granted[index]! + left);
    const shown = own === needs[index] ? list.count : prefixWithin(heights[index]!, own - list.moreHeight);
    const used = shown === list.count ? needs[index]! : sum(heights[index]!.slice(0, shown)) + list.moreHeight;
    left = Math.max(0, left - Math.max(0, used - granted[index]!)) + Math.max(0, granted[index]! - used);
    return shown;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Heights up to the first entry that does not fit any more even if the list had the page to itself. */
function heightsWithin({ count, heightOf }: ListToFit, room: number): number[] {
  const heights: number[] = [];
  for (let entry = 0, used = 0; entry < count && used <= room; entry++) {
    const height = heightOf(entry);
    heights.push(height);
    used += height;
  }
  return heights;
}

function prefixWithin(heights: readonly number[], room: number): number {
  let used = 0;
  let shown = 0;
  while (shown < heights.length && used + heights[shown]! <= room) used += heights[shown++]!;
  return Math.max(1, shown);
}
