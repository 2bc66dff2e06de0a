'use client';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { isComposing } from '@/app/components/is-composing';
import { mentionedIn } from '@/lib/domain/mentions';
import type { NamedPerson } from '@/lib/domain/named-person';
import { longestComment } from '@/lib/domain/stated-text';
import { failureOf, type Failure } from './agreement-api';
import { useDraft } from './drafts';
import { FailureNote } from './FailureNote';
import { MentionField } from './MentionField';
import { useRequestIds } from './use-request-ids';

/** From this many characters on, the number of those left is shown. */
const fewLeft = 500;
const nobody: readonly NamedPerson[] = [];

/** What was written, ready to be sent. */
export interface Written {
  readonly body: string;
  /** The same for the same press of "send". */
  readonly requestId: string;
  /** Ids of those whom it calls. */
  readonly mentions: readonly string[];
}

export interface ComposerProps {
  /** Where the half-typed text is kept (`draftKey`); give the component a React key of the same value. */
  readonly draft: string;
  /** Accessible name of the field. */
  readonly label: string;
  readonly sendLabel: string;
  readonly autoFocus?: boolean;
  /** What stands there at first, if nothing half-typed is kept. */
  readonly initial?: string;
  /** Who can be called; nobody: `@` means nothing. */
  readonly people?: readonly NamedPerson[];
  /** True where something else says enough. */
  readonly mayBeEmpty?: boolean;
  /** Sends; a second call with the same request id is the same press of "send". Throws if it did not work. */
  readonly onSend: (written: Written) => Promise<void>;
  readonly onCancel?: () => void;
  /** What is sent beside the text; if it has changed, it is another press of "send". */
  readonly beside?: unknown;
  /** What can be said beside the text. */
  readonly children?: ReactNode;
}

/** A field for a comment. Ctrl or ⌘ with Enter sends; Enter alone, and all of an input method's, makes a line or a word. */
export function Composer({ draft, label, sendLabel, autoFocus = false, initial, people = nobody, mayBeEmpty = false, beside = null, onSend, onCancel, children }: ComposerProps) {
  const t = useTranslations('agreement');
  const hint = useId();
  const [text, setText] = useDraft(draft, initial);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);
  const requests = useRequestIds();

  const length = [...text.trim()].length;
  const sendable = (length > 0 || mayBeEmpty) && length <= longestComment;

  const send = async (): Promise<void> => {
    if (underWay.current || !sendable) return;
    underWay.current = true;
    setSending(true);
    setFailure(null);
    try {
      await onSend({ body: text, requestId: requests.idOf([text, beside]), mentions: mentionedIn(text, people) });
      requests.done();
      setText('');
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      underWay.current = false;
      setSending(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault();
      onCancel();
    }
  };

  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <MentionField
        className="field field-sizing-content max-h-80 min-h-16 resize-y"
        rows={2}
        dir="auto"
        aria-label={label}
        aria-describedby={hint}
        aria-invalid={length > longestComment || undefined}
        placeholder={label}
        value={text}
        readOnly={sending}
        autoFocus={autoFocus}
        people={people}
        onText={setText}
        onKeyDown={onKeyDown}
      />
      {children}
      {failure && <FailureNote failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" size="small" disabled={!sendable || sending} aria-busy={sending}>
          {sendLabel}
        </Button>
        {onCancel && (
          <Button look="quiet" size="small" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
        <span id={hint} className={`ml-auto text-sm ${length > longestComment ? 'text-danger' : 'text-soft'}`}>
          {length > longestComment - fewLeft ? t('left', { left: longestComment - length }) : <span className="pointer-coarse:hidden">{t('send-keys')}</span>}
        </span>
      </div>
    </form>
  );
}
