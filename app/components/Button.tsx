import { clsx } from 'clsx';
import type { ComponentProps, MouseEvent } from 'react';

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
  /** What it does is under way: it does nothing meanwhile, but keeps the focus, which a button that is disabled loses. */
  readonly busy?: boolean;
}

const doNothing = (event: MouseEvent): void => event.preventDefault();

export function Button({ look = 'plain', size = 'medium', busy = false, className, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded border font-medium disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress aria-disabled:opacity-50 aria-pressed:bg-accent-soft aria-pressed:text-accent',
        size === 'small' ? 'min-h-6 px-1.5 py-0.5 text-sm' : 'min-h-8 px-2.5 py-1',
        looks[look],
        className,
      )}
      {...(busy && { 'aria-disabled': true, 'aria-busy': true })}
      onClick={busy ? doNothing : onClick}
      {...rest}
    />
  );
}
