/** Two letters that stand for a name: of its first and last Latin word; of a Chinese name its last two characters. */
export function initials(name: string): string {
  const latin = name.split(/\s+/u).filter((word) => /^\p{Script=Latin}/u.test(word));
  const first = [...(latin[0] ?? '')][0];
  if (first) return (first + (latin.length > 1 ? [...latin.at(-1)!][0]! : '')).toUpperCase();
  return [...name.replace(/\s+/gu, '')].slice(-2).join('');
}
