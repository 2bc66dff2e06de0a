'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/components/Button';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { IconButton } from '@/app/components/IconButton';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { useRequestIds } from '@/app/scenarios/[id]/panel/use-request-ids';
import type { Delegation } from '@/lib/domain/delegations';
import { textIn } from '@/lib/domain/languages';
import { longestMeetingLine } from '@/lib/domain/meetings';
import type { MeetingPartProps } from './MeetingHead';
import { PersonPicker } from './PersonPicker';

/** Who is there: oneself with a press, others by those who take minutes, also people without an account who share a screen. */
export function AttendancePart({ meeting, api, busy, act, me, delegations }: MeetingPartProps & { readonly me: string; readonly delegations: readonly Delegation[] }) {
  const t = useTranslations('meetings.attendance');
  const { language } = useInterfaceLanguage();
  const [person, setPerson] = useState('');
  const [name, setName] = useState('');
  const [delegation, setDelegation] = useState('');
  const [room, setRoom] = useState('');
  const requests = useRequestIds();
  const { attendances, participants, may, course } = meeting;
  const isOpen = course === 'planned' || course === 'running' || may.lead;
  const present = new Set(attendances.map((each) => each.person));
  const own = attendances.find((each) => each.person === me);

  const record = async (body: { person: string | null; name: string; delegation: string | null }): Promise<boolean> => {
    const attendance = { ...body, room };
    const done = await act(() => api.recordAttendance({ ...attendance, requestId: requests.idOf(attendance) }));
    if (done) requests.done();
    return done;
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // the room stays: the next one often sits in the same
    if (await record({ person: person || null, name: person ? '' : name, delegation: person ? null : delegation || null })) {
      setPerson('');
      setName('');
    }
  };
  return (
    <section aria-labelledby="attendance" className="mb-6">
      <h2 id="attendance" className="mb-1 text-lg font-semibold">
        {t('title', { count: attendances.length })}
      </h2>
      {attendances.length === 0 ? (
        <p className="text-soft">{t('nobody')}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {attendances.map((each) => (
            <li key={each.id} data-attendance={each.name} className="inline-flex min-w-0 items-center gap-1.5">
              <DelegationBadge code={each.delegation} observers />
              <span className="min-w-0 break-words">{each.name}</span>
              {each.room && <span className="min-w-0 break-words text-soft">{t('in-room', { room: each.room })}</span>}
              {each.mayRemove && (
                <IconButton label={t('remove', { name: each.name })} size="small" className="!min-w-6 print:hidden" disabled={busy} onClick={() => void act(() => api.removeAttendance(each.id))}>
                  <X size={14} aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <div className="mt-2 flex flex-wrap items-end gap-2 print:hidden">
          {!own && (
            <Button disabled={busy} onClick={() => void record({ person: me, name: '', delegation: null })}>
              {t('me')}
            </Button>
          )}
          <label className="flex flex-col gap-0.5 text-sm">
            <span className="text-soft">{t('room')}</span>
            <input className="field min-h-8 !w-44" maxLength={longestMeetingLine} value={room} onChange={(event) => setRoom(event.target.value)} />
          </label>
          {may.record && (
            <form onSubmit={(event) => void add(event)} className="flex flex-wrap items-end gap-2">
              <PersonPicker label={t('who')} people={participants.filter(({ id }) => !present.has(id) && id !== me)} value={person} none={t('guest')} onChange={setPerson} />
              {!person && (
                <>
                  <input className="field min-h-8 !w-44" aria-label={t('name')} placeholder={t('name')} maxLength={longestMeetingLine} value={name} onChange={(event) => setName(event.target.value)} />
                  <select className="field min-h-8 !w-auto" aria-label={t('delegation')} value={delegation} onChange={(event) => setDelegation(event.target.value)}>
                    <option value="">{t('observer')}</option>
                    {delegations.map((each) => (
                      <option key={each.id} value={each.id}>
                        {textIn(each.name, language)}
                      </option>
                    ))}
                  </select>
                </>
              )}
              <Button type="submit" disabled={busy || (!person && !name.trim())}>
                {t('add')}
              </Button>
            </form>
          )}
        </div>
      )}
    </section>
  );
}
