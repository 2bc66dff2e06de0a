/** Chance that can be repeated. */
export interface Random {
  /** A whole number from 0 up to, not including, `bound`; 0 where `bound` is not positive. */
  below(bound: number): number;
  pick<T>(choices: readonly T[]): T;
}

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, good enough to shake things. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.max(0, Math.floor(next() * bound));
  return { below, pick: (choices) => choices[below(choices.length)]! };
}
