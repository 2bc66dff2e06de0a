'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { useDelegationName } from '@/app/components/use-delegation-name';
import type { Thread } from '@/lib/comments/thread';
import type { NamedPerson } from '@/lib/domain/named-person';
import { failureOf, type Failure } from './agreement-api';
import { useThreadActions } from './AgreementProvider';
import { Cancel, leaveByEscape } from './CommentView';
import { FailureNote } from './FailureNote';

export interface AssignFormProps {
  readonly thread: Thread;
  readonly people: readonly NamedPerson[];
  readonly onDone: () => void;
}

/** Says who is asked to act, and until when. */
export function AssignForm({ thread, people, onDone }: AssignFormProps) {
  const t = useTranslations('comments');
  const { api, refetchThreads } = useThreadActions();
  const delegationName = useDelegationName();
  const { assignee } = thread;
  const [to, setTo] = useState(assignee ? ('person' in assignee ? `person:${assignee.person.id}` : `delegation:${assignee.delegation}`) : '');
  const [dueOn, setDueOn] = useState(thread.dueOn ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const codes = [...new Set(people.flatMap(({ delegation }) => delegation ?? []))];

  const assign = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const [kind, ...rest] = to.split(':');
      const named = rest.join(':');
      await api.assign(thread.id, kind === 'person' ? { person: named } : kind === 'delegation' ? { delegation: named } : null, dueOn || null);
      await refetchThreads();
      onDone();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };

  return (
    <form
      aria-label={t('assign-title')}
      className="flex flex-col gap-1.5 text-sm"
      onKeyDown={(event) => leaveByEscape(event, onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <label className="flex flex-col">
        <span className="text-soft">{t('assign-to')}</span>
        <select className="field" autoFocus value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t('nobody')}</option>
          <optgroup label={t('delegations')}>
            {codes.map((code) => (
              <option key={code} value={`delegation:${code}`}>
                {delegationName(code)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('people')}>
            {people.map(({ id, name }) => (
              <option key={id} value={`person:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label className="flex flex-col">
        <span className="text-soft">{t('due')}</span>
        <input type="date" className="field" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
      </label>
      {failure && <FailureNote failure={failure} />}
      <div className="flex gap-2">
        <Button type="submit" size="small" look="primary" disabled={busy} aria-busy={busy}>
          {t('save')}
        </Button>
        <Cancel onCancel={onDone} />
      </div>
    </form>
  );
}
