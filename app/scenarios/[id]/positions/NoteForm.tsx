'use client';
import { useTranslations } from 'next-intl';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '@/app/components/Button';
import { isComposing } from '@/app/components/is-composing';
import { longestNote, type Stance } from '@/lib/domain/positions';
import { useDraft } from '../panel/drafts';

export interface NoteFormProps {
  /** What is said together with the note. */
  readonly stance: Stance;
  /** Where the half-typed text is kept (`draftKey`). */
  readonly draft: string;
  readonly initial: string;
  readonly onSend: (note: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** The words that go with a stance; a reservation has to say what it is about. */
export function NoteForm({ stance, draft, initial, onSend, onCancel }: NoteFormProps) {
  const t = useTranslations('positions');
  const [kept, setKept] = useDraft(draft);
  const [typed, setTyped] = useState(kept || initial);
  const [sending, setSending] = useState(false);
  const length = [...typed.trim()].length;
  const sendable = length <= longestNote && (stance !== 'reservation' || length > 0);

  const send = async (): Promise<void> => {
    if (!sendable || sending) return;
    setSending(true);
    if (await onSend(typed)) setKept('');
    setSending(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  };
  const label = stance === 'reservation' ? t('note.reservation') : t('note.for', { stance: t(`stances.${stance}`) });
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        className="field field-sizing-content max-h-60 min-h-14 resize-y"
        rows={2}
        dir="auto"
        autoFocus
        aria-label={label}
        placeholder={label}
        aria-invalid={length > longestNote || undefined}
        value={typed}
        readOnly={sending}
        onChange={(event) => {
          setTyped(event.target.value);
          setKept(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" size="small" disabled={!sendable || sending} aria-busy={sending}>
          {t(`stances.${stance}`)}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <span className={`ml-auto text-sm ${length > longestNote ? 'text-danger' : 'text-soft'}`}>{length > longestNote ? t('note.too-long', { over: length - longestNote }) : <span className="pointer-coarse:hidden">{t('note.keys')}</span>}</span>
      </div>
    </form>
  );
}
