/** The end of the chain of sign-offs as it stands on paper, to be typed again: position and whole hash. */
export function printedHead({ position, hash }: { readonly position: number; readonly hash: string }): string {
  return `${position}-${hash}`;
}

/** What a printed head says, also where it was broken into lines or groups; null if it is none. */
export function parsePrintedHead(text: string): { readonly position: number; readonly hash: string } | null {
  const match = /^(\d{1,15})-([0-9a-f]{64})$/.exec(text.replace(/\s/g, '').toLowerCase());
  return match ? { position: Number(match[1]), hash: match[2]! } : null;
}
