'use client';
import { clsx } from 'clsx';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { isComposing } from '@/app/components/is-composing';

/** What belongs to a tool that has been opened from here, though it is drawn elsewhere. */
const drawnElsewhere = '[data-radix-popper-content-wrapper], [role=dialog], [role=alertdialog]';

/** The tools of the bar. A phone has no room for them: there a button shows them below the bar, until one looks elsewhere. */
export function BarTools({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('workspace');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Element && !whole.current?.contains(target) && !target.closest(drawnElsewhere)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);
  return (
    <div
      ref={whole}
      className="contents print:hidden"
      onKeyDown={(event) => {
        // an open menu takes the key first and marks it as used
        if (event.key !== 'Escape' || !isOpen || event.defaultPrevented || isComposing(event)) return;
        event.preventDefault();
        setIsOpen(false);
        button.current?.focus();
      }}
    >
      <IconButton ref={button} label={t('tools')} aria-expanded={isOpen} aria-controls={id} className="sm:hidden" onClick={() => setIsOpen(!isOpen)}>
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <div
        id={id}
        className={clsx(
          'flex flex-wrap items-center justify-end sm:max-lg:ml-auto md:shrink-0 max-sm:absolute max-sm:top-full max-sm:right-2 max-sm:max-w-[calc(100vw-1rem)] max-sm:rounded-md max-sm:border max-sm:bg-raised max-sm:p-1 max-sm:shadow-float max-sm:[&_button,&_a]:min-h-10 max-sm:[&_button,&_a]:min-w-10 max-sm:[&_a]:inline-flex max-sm:[&_a]:items-center max-sm:[&_a]:justify-center',
          !isOpen && 'max-sm:hidden',
        )}
      >
        {children}
      </div>
    </div>
  );
}
