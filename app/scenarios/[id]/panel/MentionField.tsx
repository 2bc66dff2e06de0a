'use client';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { isComposing } from '@/app/components/is-composing';
import { peopleMatching, typedMention } from '@/lib/domain/mentions';
import type { NamedPerson } from '@/lib/domain/named-person';

/** So many names are offered at once. */
const mostOffered = 6;

export interface MentionFieldProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onText: (text: string) => void;
  /** Who can be called. */
  readonly people: readonly NamedPerson[];
}

/** A text field in which `@` offers names: arrows choose, Enter or Tab inserts, Escape closes; none of it while an input method composes. */
export function MentionField({ value, onText, people, onKeyDown, ...rest }: MentionFieldProps) {
  const t = useTranslations('comments');
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<{ readonly from: number; readonly query: string } | null>(null);
  const [at, setAt] = useState(0);
  const offered = typed ? peopleMatching(typed.query, people).slice(0, mostOffered) : [];
  const open = offered.length > 0;
  const chosen = Math.min(at, offered.length - 1);

  const look = (): void => {
    const { selectionStart, selectionEnd, value: text } = field.current!;
    const next = selectionStart === selectionEnd ? typedMention(text, selectionStart) : null;
    if (next?.from !== typed?.from || next?.query !== typed?.query) setAt(0);
    setTyped(next);
  };

  const insert = ({ name }: NamedPerson): void => {
    if (!typed) return;
    const end = typed.from + 1 + typed.query.length;
    const before = `${value.slice(0, typed.from)}@${name} `;
    onText(before + value.slice(end).replace(/^ /, ''));
    setTyped(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (open && !isComposing(event) && !event.ctrlKey && !event.metaKey) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setAt((chosen + step + offered.length) % offered.length);
      else if (event.key === 'Enter' || event.key === 'Tab') insert(offered[chosen]!);
      else if (event.key === 'Escape') setTyped(null);
      else return onKeyDown?.(event);
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    onKeyDown?.(event);
  };

  return (
    <div className="relative flex flex-col">
      <textarea
        {...rest}
        ref={field}
        value={value}
        aria-autocomplete="list"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open ? `${list}-${chosen}` : undefined}
        onChange={(event) => {
          onText(event.target.value);
          look();
        }}
        onSelect={look}
        onBlur={() => setTyped(null)}
        onKeyDown={onKey}
      />
      <span className="sr-only" role="status">
        {typed && open ? t('mention-count', { count: offered.length }) : ''}
      </span>
      {open && (
        <ul id={list} role="listbox" aria-label={t('mention')} className="absolute top-full z-30 mt-1 w-full max-w-72 rounded-md border bg-raised p-1 shadow-float">
          {offered.map((person, index) => (
            <li
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={`flex cursor-default items-baseline gap-1 rounded px-2 py-1 ${index === chosen ? 'bg-hover' : ''}`}
              onPointerDown={(event) => {
                event.preventDefault(); // the caret stays in the text
                insert(person);
              }}
            >
              <span className="min-w-0 [overflow-wrap:anywhere]">{person.name}</span>
              <DelegationBadge code={person.delegation} observers />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
