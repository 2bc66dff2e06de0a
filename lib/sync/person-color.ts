/**
 * Colours of carets and cursors: each has a contrast of at least 4.5 on white (and so does white text on it) and of at least
 * 3 on the dark theme's ground. No red, which is for errors.
 */
export const personColors = ['#0b76b7', '#7a5cd6', '#0f7f6e', '#9b6400', '#b0489c', '#4a6fd4', '#5b7d11', '#8a6a3c', '#007f96', '#a0522d', '#6d6f9c', '#3f8140'] as const;

/** The colour by which a person is shown, the same everywhere and always. */
export function personColor(personId: string): string {
  let hash = 0;
  for (const character of personId) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return personColors[hash % personColors.length]!;
}
