'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { useToasts } from '@/app/components/Toasts';
import { useMayEdit, useWorkspaceView } from '../session/hooks';
import { useRovingRows } from './use-roving-rows';

export interface OutlineListProps {
  readonly kind: 'roles' | 'relations' | 'enterprises';
  /** The entities in their order, each with what to call it. */
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly itemNameOf: (id: string) => string;
  readonly onAdd: (() => string | null) | null;
  readonly onDelete: (id: string) => void;
  /** Stands before the rows: the form for a new relation. */
  readonly before?: (focusNameSoon: (id: string) => void) => ReactNode;
  /** Why nothing can be added yet; shown in place of the button's effect. */
  readonly blocked?: string;
  /** The rows; `active` is the one that Tab reaches. */
  readonly children: (active: string | null) => ReactNode;
}

/** One list of the outline: heading with the number, the way to add, rows with roving focus, or a sentence if it is empty. */
export function OutlineList({ kind, items, itemNameOf, onAdd, onDelete, before, blocked, children }: OutlineListProps) {
  const t = useTranslations('outline');
  const mayEdit = useMayEdit();
  const { selection, setSelection } = useWorkspaceView();
  const headingId = useId();
  const hintId = useId();
  const ids = items.map((item) => item.id);

  const add = (): void => {
    if (!mayEdit || blocked) return;
    const id = onAdd?.();
    if (id) focusNameSoon(id);
  };
  const { active, list, onKeyDown, onPointerDown, onClick, onFocus, focusNameSoon } = useRovingRows({
    ids,
    onActive: (id) => setSelection([itemNameOf(id)]),
    onAlso(also, isToggled) {
      const names = also.map(itemNameOf);
      const now = selection.get();
      setSelection(isToggled && names.every((name) => now.includes(name)) ? now.filter((name) => !names.includes(name)) : [...new Set([...now, ...names])]);
    },
    onAdd: add,
    onDelete: (id) => mayEdit && onDelete(id),
  });
  useSpokenChanges(kind, items);

  return (
    <section aria-labelledby={headingId} className="mb-6">
      <header className="mb-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b pb-1">
        <h3 id={headingId} className="font-semibold">
          {t(`${kind}.title`)} <span className="font-normal text-soft">{items.length}</span>
        </h3>
        {mayEdit && (
          <span id={hintId} className="sr-only">
            {t('keys-hint')}
          </span>
        )}
        {mayEdit && onAdd && (
          <Button look="quiet" size="small" className="ml-auto print:hidden" disabled={Boolean(blocked)} onClick={add}>
            <Plus size={14} aria-hidden />
            {t(`${kind}.add`)}
          </Button>
        )}
      </header>
      {before?.(focusNameSoon)}
      {blocked && <p className="py-1 text-soft">{blocked}</p>}
      {items.length === 0 && !blocked && <p className="py-1 text-soft">{t(`${kind}.none`)}</p>}
      <ul ref={list} aria-labelledby={headingId} aria-describedby={mayEdit ? hintId : undefined} onKeyDown={onKeyDown} onPointerDown={onPointerDown} onClick={onClick} onFocus={onFocus}>
        {children(active)}
      </ul>
    </section>
  );
}

/** Tells screen readers what came and what went, whoever did it and wherever. */
function useSpokenChanges(kind: OutlineListProps['kind'], items: OutlineListProps['items']): void {
  const t = useTranslations('outline');
  const { announce } = useToasts();
  const last = useRef<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const before = last.current;
    const now = new Map(items.map(({ id, name }) => [id, name]));
    last.current = now;
    if (!before) return;
    const came = items.filter(({ id }) => !before.has(id)).map(({ name }) => t(`${kind}.came`, { name: name || t('unnamed') }));
    const went = [...before].filter(([id]) => !now.has(id)).map(([, name]) => t(`${kind}.went`, { name: name || t('unnamed') }));
    const news = [...came, ...went];
    if (news.length) announce(news.slice(0, 3).join(' '));
  }, [items, kind, t, announce]);
}
