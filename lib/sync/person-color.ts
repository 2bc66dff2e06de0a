/**
 * Colours of carets and cursors: each has a contrast of at least 4.5 on white (and so does white text on it) and of at least
 * 3 on the dark theme's ground. No red, which is for errors.
 */
export const personColors = ['#0b76b7', '#7a5cd6', '#0f7f6e', '#9b6400', '#b0489c', '#4a6fd4', '#5b7d11', '#8a6a3c', '#007f96', '#a0522d', '#6d6f9c', '#3f8140'] as const;

/** The colour by which a person is shown where nobody else shows the same. */
export function personColor(personId: string): string {
  return personColors[preferred(personId)]!;
}

/**
 * Gives people colours of which no two are alike as long as there are enough: each their own, or the next free one.
 * @returns a person's colour; the same for as long as the palette is used
 */
export function personPalette(): (personId: string) => string {
  const given = new Map<string, number>();
  return (personId) => {
    let color = given.get(personId);
    if (color === undefined) {
      const taken = new Set(given.values());
      color = preferred(personId);
      for (let tried = 0; taken.has(color) && tried < personColors.length; tried++) color = (color + 1) % personColors.length;
      given.set(personId, color);
    }
    return personColors[color]!;
  };
}

/** FNV-1a, so that ids that differ little are spread, too. */
function preferred(personId: string): number {
  let hash = 0x811c9dc5;
  for (const character of personId) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return (hash >>> 8) % personColors.length;
}
