'use client';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type * as Y from 'yjs';
import { useMayEdit } from '@/app/scenarios/[id]/session/hooks';
import { longestLabel } from '@/lib/domain/bounds';
import { isComposing } from './is-composing';
import { PeersHere } from './PeersHere';
import { TextFieldBinding, type TextField } from './text-field-binding';
import { useFieldPresence } from './use-field-presence';
import { usePeersAt } from './use-peers-at';
import { useUndoHere } from './use-undo-here';

export interface SharedTextFieldProps {
  readonly text: Y.Text;
  /** Accessible name. */
  readonly label: string;
  /** What `Presence.focus` says while the caret is here, e.g. `role:4f/label:de`. */
  readonly focusName: string;
  /** Line breaks are allowed and the field grows; Enter breaks the line, Ctrl or ⌘ with Enter is done. */
  readonly multiline?: boolean;
  /** Shown in as many lines as it needs, without line breaks of its own: for labels in narrow places. */
  readonly wraps?: boolean;
  readonly autoFocus?: boolean;
  /** Says that so many characters did not fit, where the field itself has no room to say so. */
  readonly onCut?: (count: number, max: number) => void;
  readonly onDone?: (how: 'enter' | 'escape' | 'blur') => void;
  readonly placeholder?: string;
  /** Can be read and selected, not changed; so also whenever this person may not edit. */
  readonly disabled?: boolean;
  readonly maxLength?: number;
  /** Language of the text, for fonts, line breaks and screen readers. */
  readonly lang?: string;
  /** Of the field itself. */
  readonly className?: string;
  /** -1 in lists where only one row can be reached by Tab. */
  readonly tabIndex?: number;
  /** False where the surroundings show who is here. */
  readonly showPeers?: boolean;
}

/** A plain text that several people may type into at once: a label, a name, a title, a rationale. */
export function SharedTextField(props: SharedTextFieldProps) {
  const { text, label, focusName, multiline = false, wraps = false, autoFocus = false, onCut, onDone, placeholder, disabled = false, lang, className, tabIndex, showPeers = true } = props;
  const maxLength = props.maxLength ?? longestLabel;
  const t = useTranslations('field');
  const mayEdit = useMayEdit() && !disabled;
  const peers = usePeersAt(focusName);
  const presence = useFieldPresence(focusName);
  const { undo, redo } = useUndoHere();
  const [cut, setCut] = useState(0);
  const field = useRef<TextField>(null);
  const peersId = useId();
  const [initial] = useState(() => text.toString());

  const isDone = useRef(false);
  const latest = useRef({ mayEdit, undo, redo, typed: () => {}, cut: (_: number) => {} });
  useLayoutEffect(() => {
    latest.current = {
      mayEdit,
      undo,
      redo,
      typed: () => {
        setCut(0);
        presence.typed();
      },
      cut: (count) => (onCut ? onCut(count, maxLength) : setCut(count)),
    };
  });

  useLayoutEffect(() => {
    const element = field.current!;
    const binding = new TextFieldBinding(element, text, {
      singleLine: !multiline,
      maxLength,
      mayEdit: () => latest.current.mayEdit,
      onTyping: () => latest.current.typed(),
      onCut: (count) => latest.current.cut(count),
      onUndo: () => latest.current.undo(),
      onRedo: () => latest.current.redo(),
      onShown: () => grow(element),
    });
    return () => binding.destroy();
  }, [text, multiline, wraps, maxLength]);

  useLayoutEffect(() => {
    if (!autoFocus) return;
    const element = field.current!;
    element.focus({ preventScroll: false });
    element.select();
  }, [autoFocus]);

  function done(how: 'enter' | 'escape' | 'blur'): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone?.(how);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const ends = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey);
    if (ends) event.preventDefault();
    if (!onDone || !(ends || event.key === 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    done(ends ? 'enter' : 'escape');
    isDone.current = document.activeElement !== field.current; // whoever keeps the field may be told again
  }

  const shared = {
    'aria-label': label,
    'aria-describedby': peers.length && showPeers ? peersId : undefined,
    defaultValue: initial,
    readOnly: !mayEdit,
    placeholder,
    lang,
    dir: 'auto',
    tabIndex,
    spellCheck: true,
    autoComplete: 'off',
    onKeyDown,
    onFocus: () => {
      isDone.current = false;
      presence.enter();
    },
    onBlur: () => {
      presence.leave();
      setCut(0);
      done('blur');
    },
  };
  const look = clsx('field read-only:border-transparent read-only:bg-transparent', className);
  return (
    <span className="relative block min-w-0">
      {multiline || wraps ? (
        <textarea {...shared} ref={(element) => void (field.current = element)} rows={1} className={clsx('block resize-none overflow-hidden [field-sizing:content]', look)} />
      ) : (
        <input {...shared} ref={(element) => void (field.current = element)} type="text" className={look} />
      )}
      <span role="status">
        {cut > 0 && <span className="mt-0.5 block text-sm text-caution">{t('cut', { max: maxLength, count: cut })}</span>}
      </span>
      {showPeers && <PeersHere peers={peers} id={peersId} className="pointer-events-none absolute right-1 top-0 z-10 -translate-y-1/2 rounded border bg-raised px-1" />}
    </span>
  );
}

/** Lets a textarea be as high as its text where the browser can't do so by itself (`field-sizing`). */
function grow(element: TextField): void {
  if (element.tagName !== 'TEXTAREA' || globalThis.CSS?.supports?.('field-sizing', 'content')) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
}
