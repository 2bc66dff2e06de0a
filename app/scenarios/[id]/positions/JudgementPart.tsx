'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { isComposing } from '@/app/components/is-composing';
import { longestNote } from '@/lib/domain/positions';
import { changes, type Change } from '@/lib/domain/scenario';
import { draftKey, dropDraft, hasDraft, useDraft } from '../panel/drafts';
import { Moment } from '../panel/Moment';
import { PersonName } from '../panel/PersonName';
import { useSession } from '../session/hooks';
import type { ItemAgreement } from './board';
import type { Speaking } from './use-speaking';

/** How delegations judge a cell on their own, and for speakers the way to do so. */
export function JudgementPart({ item, label, speakFor, speaking }: { readonly item: ItemAgreement; readonly label: string; readonly speakFor: string | null; readonly speaking: Speaking }) {
  const t = useTranslations('positions.judgement');
  const words = useTranslations('assessment.changes');
  const session = useSession();
  const draft = draftKey(session.me.id, session.scenarioId, `judgement:${item.name}`);
  const [editing, setEditing] = useState(() => hasDraft(draft));
  const end = (): void => {
    for (const key of [draft, changeKey(draft)]) dropDraft(key);
    setEditing(false);
  };
  const own = item.judgements.find(({ delegation }) => delegation === speakFor);
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1">
      {item.judgements.map((judgement) => (
        <div key={judgement.delegation} className="text-sm">
          <span className="flex flex-wrap items-baseline gap-x-1.5">
            <PersonName person={judgement.by} />
            <span className="font-medium">{t('judges', { change: words(judgement.change) })}</span>
            <span className="text-soft">
              {judgement.differs ? judgement.isStale && t('stale') : t('met')}
            </span>
            <span className="ml-auto text-soft">
              <Moment at={judgement.at} />
            </span>
          </span>
          <p dir="auto" className="whitespace-pre-wrap border-l-2 pl-2 [overflow-wrap:anywhere]">
            {judgement.reason}
          </p>
        </div>
      ))}
      {speakFor !== null && !editing && (
        <div className="flex flex-wrap gap-1">
          <Button size="small" onClick={() => setEditing(true)}>
            {t(own ? 'change' : 'add')}
          </Button>
          {own && (
            <Button size="small" look="quiet" busy={speaking.busy} onClick={() => void speaking.withdrawJudgement(item.name)}>
              {t('withdraw')}
            </Button>
          )}
        </div>
      )}
      {speakFor !== null && editing && (
        <JudgementForm
          initial={own ?? null}
          draft={draft}
          label={label}
          busy={speaking.busy}
          onCancel={end}
          onSend={async (change, reason) => void ((await speaking.judge(item.name, change, reason)) && end())}
        />
      )}
    </section>
  );
}

const changeKey = (draft: string): string => `${draft}:change`;

interface JudgementFormProps {
  readonly initial: { readonly change: Change; readonly reason: string } | null;
  /** Where the half-typed reason is kept (`draftKey`), and with it, under `changeKey`, the change for which it is given. */
  readonly draft: string;
  readonly label: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onSend: (change: Change, reason: string) => Promise<void>;
}

function JudgementForm({ initial, draft, label, busy, onCancel, onSend }: JudgementFormProps) {
  const t = useTranslations('positions.judgement');
  const common = useTranslations('positions');
  const words = useTranslations('assessment.changes');
  const [kept, keep] = useDraft(changeKey(draft), initial?.change);
  const change = changes.find((each) => each === kept) ?? 'significant';
  const [reason, setReason] = useDraft(draft, initial?.reason);
  const length = [...reason.trim()].length;
  const sendable = length > 0 && length <= longestNote && !busy;
  const send = (): void => void (sendable && onSend(change, reason));
  return (
    <form
      aria-label={t('own', { item: label })}
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          send();
        } else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <select aria-label={t('which')} autoFocus value={change} onChange={(event) => keep(event.target.value)} className="min-h-6 rounded border border-edge bg-paper px-1 py-0.5 text-sm">
        {changes.map((each) => (
          <option key={each} value={each}>
            {words(each)}
          </option>
        ))}
      </select>
      <textarea className="field field-sizing-content max-h-60 min-h-14 resize-y" rows={2} dir="auto" aria-label={t('reason')} placeholder={t('reason')} value={reason} aria-invalid={length > longestNote || undefined} onChange={(event) => setReason(event.target.value)} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="small" disabled={!sendable} aria-busy={busy}>
          {t('send')}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {common('cancel')}
        </Button>
        {length > longestNote && <span className="ml-auto text-sm text-danger">{common('note.too-long', { over: length - longestNote })}</span>}
      </div>
    </form>
  );
}
