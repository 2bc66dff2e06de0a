import type { ReactNode } from 'react';

const tones = {
  plain: 'border-edge text-soft',
  accent: 'border-accent bg-accent-soft text-accent',
  caution: 'border-caution bg-caution-soft text-caution',
  danger: 'border-danger bg-danger-soft text-danger',
} as const;

/** A word in a frame: a state, a count. Its text says everything, its colour nothing of its own. */
export function Badge({ tone = 'plain', children }: { readonly tone?: keyof typeof tones; readonly children: ReactNode }) {
  return <span className={`inline-flex shrink-0 items-center gap-1 whitespace-nowrap rounded border px-1.5 text-sm leading-5 ${tones[tone]}`}>{children}</span>;
}
