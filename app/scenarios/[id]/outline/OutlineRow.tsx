'use client';
import { clsx } from 'clsx';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '@/app/components/IconButton';
import type { Language } from '@/lib/domain/languages';
import { CommentButton } from '../panel/CommentButton';
import { ItemMarks } from '../positions/ItemMarks';
import { useIsSelected } from '../session/hooks';

/** What a list tells each of its rows. */
export interface RowProps {
  readonly language: Language;
  readonly position: number;
  readonly total: number;
  /** Tab reaches this row. */
  readonly active: boolean;
  readonly mayEdit: boolean;
  readonly onDelete: (id: string) => void;
}

export interface OutlineRowProps extends Pick<RowProps, 'active' | 'mayEdit' | 'onDelete'> {
  readonly id: string;
  readonly item: string;
  readonly name: string;
  /** The whole row in words, read when it gets the focus. */
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A row of the outline: can be focused as a whole, holds the controls of one item, shows whether that is selected, and
 * ends with its discussion and the way to delete it.
 */
export function OutlineRow({ id, item, name, label, active, mayEdit, onDelete, children }: OutlineRowProps) {
  const t = useTranslations('outline');
  const selected = useIsSelected(item);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // selected elsewhere (on the canvas, in the panel): bring it into sight, unless somebody works here
    if (selected && !row.current?.closest('section')?.contains(document.activeElement)) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li>
      <div
        ref={row}
        role="group"
        aria-label={label}
        aria-current={selected || undefined}
        tabIndex={active ? 0 : -1}
        data-row={id}
        data-item={item}
        className={clsx('flex flex-wrap items-start gap-x-2 gap-y-1 rounded-sm border-b py-1 pl-1 pr-1 focus-visible:outline-offset-[-2px]', selected && 'bg-accent-soft')}
      >
        {children}
        <span className="ml-auto inline-flex shrink-0 items-center print:hidden">
          <ItemMarks item={item} tabIndex={active ? 0 : -1} />
          <CommentButton item={item} tabIndex={active ? 0 : -1} />
          {mayEdit && (
            <IconButton label={t('delete', { name })} size="small" tabIndex={active ? 0 : -1} onClick={() => onDelete(id)}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          )}
        </span>
      </div>
    </li>
  );
}
