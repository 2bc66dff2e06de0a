import type { ReactNode } from 'react';

const tones = {
  plain: 'border-edge text-soft',
  accent: 'border-accent bg-accent-soft text-accent',
  caution: 'border-caution bg-caution-soft text-caution',
  danger: 'border-danger bg-danger-soft text-danger',
} as const;

/**
 * A word in a frame: a state, a count. Its text says everything, its colour nothing of its own.
 * @param wraps where it is a sentence, which a narrow window must not cut off
 */
export function Badge({ tone = 'plain', wraps = false, children }: { readonly tone?: keyof typeof tones; readonly wraps?: boolean; readonly children: ReactNode }) {
  return <span className={`inline-flex items-center gap-1 rounded border px-1.5 text-left text-sm leading-5 ${wraps ? 'min-w-0 [&>svg]:shrink-0' : 'shrink-0 whitespace-nowrap'} ${tones[tone]}`}>{children}</span>;
}
