'use client';
import { useTranslations } from 'next-intl';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '@/app/components/Button';
import { isComposing } from '@/app/components/is-composing';
import { Segments } from '@/app/components/Segments';
import { draftKey, dropDraft, useDraft } from '@/app/scenarios/[id]/panel/drafts';
import { useRequestIds } from '@/app/scenarios/[id]/panel/use-request-ids';
import { entryKinds, longestEntry, longestMeetingLine, type EntryKind } from '@/lib/domain/meetings';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Entry } from '@/lib/meetings/meeting';
import type { EntryBody } from '../meeting-api';
import { PersonPicker } from './PersonPicker';

export interface EntryFormProps {
  /** Where the half-typed text is kept. */
  readonly place: string;
  readonly me: string;
  readonly participants: readonly NamedPerson[];
  readonly busy: boolean;
  /** The entry that is corrected; none: a new one. */
  readonly entry?: Entry;
  /** @returns whether it worked: then the text is let go */
  readonly onSend: (body: EntryBody, requestId: string) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** Writes down what was said, decided, or given somebody to do. */
export function EntryForm({ place, me, participants, busy, entry, onSend, onCancel }: EntryFormProps) {
  const t = useTranslations('meetings.entry');
  const draft = draftKey(me, 'meetings', place);
  const [typed, write] = useDraft(draft, entry?.body);
  const [kind, setKind] = useState<EntryKind>(entry?.kind ?? 'note');
  const [person, setPerson] = useState(entry?.assignee?.person ?? '');
  const [name, setName] = useState(entry?.assignee && !entry.assignee.person ? entry.assignee.name : '');
  const [dueOn, setDueOn] = useState(entry?.dueOn ?? '');
  const requests = useRequestIds();
  const length = [...typed.trim()].length;
  const sendable = length > 0 && length <= longestEntry && !busy;

  const send = async (): Promise<void> => {
    if (!sendable) return;
    const body: EntryBody = { kind, body: typed, assignee: { person: person || null, name: person ? '' : name }, dueOn: dueOn || null };
    if (!(await onSend(body, requests.idOf(body)))) return;
    requests.done();
    write('');
    setPerson('');
    setName('');
    setDueOn('');
  };
  /** Nothing of it may come back over what others correct meanwhile. */
  const cancel = onCancel && ((): void => {
    dropDraft(draft);
    onCancel();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && cancel) {
      event.stopPropagation();
      cancel();
    }
  };
  return (
    <form
      className="mt-1 flex flex-col gap-1.5 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        className="field field-sizing-content max-h-60 min-h-9 resize-y"
        rows={1}
        dir="auto"
        aria-label={t(`write.${kind}`)}
        placeholder={t(`write.${kind}`)}
        aria-invalid={length > longestEntry || undefined}
        value={typed}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {(typed || entry) && (
        <div className="flex flex-wrap items-center gap-2">
          <Segments label={t('kind')} value={kind} options={entryKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={setKind} />
          {kind === 'action' && (
            <>
              <PersonPicker label={t('who')} people={participants} value={person} none={t('by-name')} onChange={setPerson} />
              {!person && <input className="field min-h-8 !w-40" aria-label={t('name')} placeholder={t('name')} maxLength={longestMeetingLine} value={name} onChange={(event) => setName(event.target.value)} />}
              <label className="inline-flex items-center gap-1">
                <span className="text-soft">{t('until')}</span>
                <input type="date" min="2000-01-01" max="2999-12-31" className="field min-h-8 !w-auto" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
              </label>
            </>
          )}
          <span className="ml-auto flex items-center gap-2">
            {length > longestEntry && <span className="text-sm text-danger">{t('too-long', { over: length - longestEntry })}</span>}
            {cancel && (
              <Button size="small" look="quiet" onClick={cancel}>
                {t('cancel')}
              </Button>
            )}
            <Button type="submit" look="primary" size="small" disabled={!sendable}>
              {entry ? t('save') : t('add')}
            </Button>
          </span>
        </div>
      )}
    </form>
  );
}
