/** What of two scenarios is shown. */
export const sideParts = ['figures', 'assessment', 'wording'] as const;
export type SidePart = (typeof sideParts)[number];

/** Two scenarios of a collection beside each other; null: whichever comes first. */
export interface Sides {
  readonly left: string | null;
  readonly right: string | null;
  readonly part: SidePart;
}

/** Reads `?left=…&right=…&part=…`; what is said more than once is not said. */
export function parseSides(search: Readonly<Record<string, string | string[] | undefined>>): Sides {
  const one = (key: string): string | null => {
    const value = search[key];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { left: one('left'), right: one('right'), part: sideParts.find((part) => part === one('part')) ?? 'figures' };
}

/** The address of two scenarios beside each other. */
export function sidesPath(collection: string, { left, right, part }: Sides): string {
  const query = new URLSearchParams({ ...(left && { left }), ...(right && { right }), ...(part !== 'figures' && { part }) });
  return `/collections/${encodeURIComponent(collection)}/side-by-side${query.size ? `?${query}` : ''}`;
}
