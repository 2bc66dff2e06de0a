import type { Stance } from '@/lib/domain/positions';

/** How a stance looks where there is no room for words; always beside the delegation's badge, and in words for who hears the page. */
export const stanceSigns: Readonly<Record<Stance, string>> = { agree: '✓', reservation: '(✓)', abstain: '○', discuss: '?', disagree: '✗' };

/** Nothing said yet. */
export const noSign = '–';
/** After a sign: what was said belongs to an earlier content. */
export const staleSign = '↻';

/** The key that takes a stance in the list; the digits do the same, whatever the keyboard or input method. */
export const stanceKeys: Readonly<Record<Stance, string>> = { agree: 'A', reservation: 'R', abstain: 'B', discuss: 'D', disagree: 'X' };
