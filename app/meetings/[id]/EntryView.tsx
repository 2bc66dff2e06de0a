'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { Dialog } from '@/app/components/Dialog';
import { IconButton } from '@/app/components/IconButton';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { RequestFailed } from '@/app/scenarios/[id]/panel/agreement-api';
import { colonIn } from '@/lib/domain/languages';
import type { Entry } from '@/lib/meetings/meeting';
import { clocksAt, writtenDay } from '../written-times';
import { cityOf } from '../zone-names';
import { EntryForm } from './EntryForm';
import type { MeetingPartProps } from './MeetingHead';

/** A note, decision or action, with who wrote it; its author and those who lead the meeting correct it in place. */
export function EntryView({ entry, point, meeting, api, busy, act, me }: MeetingPartProps & { readonly entry: Entry; readonly point: string; readonly me: string }) {
  const t = useTranslations('meetings.entry');
  const zones = useTranslations('meetings.zones');
  const { language } = useInterfaceLanguage();
  const [isEditing, setIsEditing] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  /** The version that the correction began with; null once the person was shown that there is a later one: saving again replaces that. */
  const [begunWith, setBegunWith] = useState<number | null>(null);
  if (isEditing)
    return (
      <li>
        <EntryForm
          place={`${meeting.id}:${entry.id}`}
          me={me}
          participants={meeting.participants}
          busy={busy}
          entry={entry}
          onCancel={() => setIsEditing(false)}
          onSend={async (body) => {
            const done = await act(async () => {
              try {
                await api.correctEntry(point, entry.id, { ...body, version: begunWith ?? entry.version });
              } catch (error) {
                if (error instanceof RequestFailed && error.failure.code === 'entry-changed') setBegunWith(null);
                throw error;
              }
            });
            if (done) setIsEditing(false);
            return done;
          }}
        />
      </li>
    );
  return (
    <li data-entry={entry.kind} className={`flex gap-2 pl-2 ${entry.kind === 'note' ? 'border-l' : 'border-l-2 !border-l-accent'}`}>
      <div className="min-w-0 flex-1">
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]" dir="auto">
          {entry.kind !== 'note' && <strong>{`${t(`kinds.${entry.kind}`)}${colonIn(language)}`}</strong>}
          {entry.body}
        </p>
        {entry.kind === 'action' && (entry.assignee || entry.dueOn) && <p>{[entry.assignee?.name, entry.dueOn && t('until-day', { day: writtenDay(entry.dueOn, language) })].filter(Boolean).join(' · ')}</p>}
        <p className="text-sm text-soft">
          <DelegationBadge code={entry.author.delegation} observers /> {entry.author.name} · <time dateTime={entry.at}>{clocksAt(entry.at, meeting.zone, language, ({ key, zone }) => zones(key, { zone: cityOf(zone) }))}</time>
          {entry.editedAt && ` · ${t('corrected')}`}
        </p>
      </div>
      {entry.mayCorrect && (
        <span className="print:hidden">
          <IconButton label={t('correct')} disabled={busy} onClick={() => { setBegunWith(entry.version); setIsEditing(true); }}>
            <Pencil size={14} aria-hidden />
          </IconButton>
          <IconButton label={t('remove')} disabled={busy} onClick={() => setIsRemoving(true)}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </span>
      )}
      {entry.mayCorrect && isRemoving && (
        <Dialog open onOpenChange={setIsRemoving} title={t('remove-title')} description={t('remove-sure')}>
          <blockquote className="mb-3 border-l-2 pl-2 text-soft [overflow-wrap:anywhere]" dir="auto">
            {entry.body}
          </blockquote>
          <Button look="danger" busy={busy} onClick={() => void act(() => api.removeEntry(point, entry.id)).then(() => setIsRemoving(false))}>
            {t('remove')}
          </Button>
        </Dialog>
      )}
    </li>
  );
}
