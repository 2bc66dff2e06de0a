/** A4 in points, as in the rest of the world that Accord is made for. */
export const page = { width: 595.28, height: 841.89, margin: 56, foot: 64 } as const;
export const column = page.width - 2 * page.margin;
/** Sizes and gaps in points. */
export const looks = {
  normal: { text: 10, table: 9, lead: 1.45, gap: 6, headings: { 1: { size: 18, before: 18, after: 8 }, 2: { size: 13, before: 12, after: 4 }, 3: { size: 11, before: 8, after: 3 } } },
  compact: { text: 8.5, table: 8, lead: 1.36, gap: 4, headings: { 1: { size: 14, before: 8, after: 3 }, 2: { size: 10.5, before: 6, after: 2 }, 3: { size: 9, before: 4, after: 2 } } },
} as const;
export type Look = (typeof looks)[keyof typeof looks];
/** What is no higher than a third of a page is not divided: the empty space before it disturbs less. */
export const isShort = (height: number): boolean => height <= (page.height - page.foot - page.margin) / 3;
/** The contents are set wider than text. */
export const contentsLead = 1.7;
