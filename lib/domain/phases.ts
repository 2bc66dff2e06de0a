/** The two views of one value network: today's, and the intended future one. */
export const phases = ['before', 'after'] as const;
export type Phase = (typeof phases)[number];

/** The phase that a phase is seen beside. */
export const otherPhase = (phase: Phase): Phase => (phase === 'before' ? 'after' : 'before');

export function isPhase(value: unknown): value is Phase {
  return (phases as readonly unknown[]).includes(value);
}
