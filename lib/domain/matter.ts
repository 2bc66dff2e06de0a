/** What stands before and behind the scenarios of a collection when they are printed together, in this order. */
export const matterSections = ['introduction', 'conclusion', 'references', 'abbreviations'] as const;
export type MatterSection = (typeof matterSections)[number];

/** The longest of these texts, in characters. */
export const longestMatter = 50_000;
