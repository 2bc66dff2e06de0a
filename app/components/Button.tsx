import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

const looks = {
  /** The one thing to do here. */
  primary: 'border-accent bg-accent text-on-accent hover:opacity-90',
  plain: 'border-edge bg-paper text-ink hover:bg-hover',
  /** In bars and lists, where a frame would be noise. */
  quiet: 'border-transparent bg-transparent text-ink hover:bg-hover',
  /** Takes something away for good. */
  danger: 'border-danger bg-paper text-danger hover:bg-danger-soft',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof looks;
  readonly size?: 'small' | 'medium';
}

export function Button({ look = 'plain', size = 'medium', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded border font-medium disabled:cursor-not-allowed disabled:opacity-50 aria-pressed:bg-accent-soft aria-pressed:text-accent',
        size === 'small' ? 'min-h-6 px-1.5 py-0.5 text-sm' : 'min-h-8 px-2.5 py-1',
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}
