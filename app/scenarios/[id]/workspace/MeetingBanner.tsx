'use client';
import { CalendarDays, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/components/Button';
import type { RunningMeeting } from '@/lib/meetings/running-meeting';
import { request } from '../panel/agreement-api';
import { useFetched } from '../panel/use-fetched';
import { useFromPeers, useSession, useWatchable } from '../session/hooks';
import { useFollowing } from './following';

/** The meeting that deals with this scenario right now: who presents, to be followed in one click; who came by its link follows from the start. */
export function MeetingBanner() {
  const t = useTranslations('meetings.here');
  const session = useSession();
  const { scenarioId, me } = session;
  const editing = useWatchable(session.editing);
  const [{ value }, refetch] = useFetched(useCallback(() => request<{ meeting: RunningMeeting | null }>('GET', `/api/scenarios/${scenarioId}/meeting`), [scenarioId]));
  const { clientId: followed, follow } = useFollowing();
  const meeting = value?.meeting ?? null;
  const presenter = meeting?.presenter ?? null;
  const isMe = presenter?.id === me.id;
  // of several tabs of the presenter the one that was active last
  const client = useFromPeers((peers) => peers.filter(({ user }) => !isMe && user.id === presenter?.id).sort((a, b) => b.activeAt - a.activeAt)[0]?.clientId ?? null);

  useEffect(() => session.onNews((news) => void (news.topic === 'meetings' && refetch())), [session, refetch]);
  useEffect(() => {
    let wasAway = false;
    return session.trust.subscribe(() => {
      const isAway = session.trust.get().state === 'offline';
      if (wasAway && !isAway) void refetch(); // news may have been missed
      wasAway = isAway;
    });
  }, [session, refetch]);

  // Once for each presenter: who stops following is left alone.
  const [joined] = useState(() => new URLSearchParams(location.search).get('meeting'));
  const led = useRef<string | null>(null);
  useEffect(() => {
    if (!meeting || !presenter || joined !== meeting.id || client === null || led.current === presenter.id) return;
    led.current = presenter.id;
    follow(client);
  }, [meeting, presenter, joined, client, follow]);

  if (!meeting) return null;
  return (
    <div data-meeting={meeting.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-sunken px-4 py-1 print:hidden">
      <CalendarDays size={14} aria-hidden />
      <span role="status">
        {t('running', { title: meeting.title })} {presenter && (isMe ? t('you') : t('presents', { name: presenter.name }))}
      </span>
      {client !== null && followed !== client && (
        <Button size="small" onClick={() => follow(client)}>
          {t('follow')}
        </Button>
      )}
      {editing === 'presenter' && (
        <span className="inline-flex items-center gap-1">
          <Lock size={14} aria-hidden /> {t('only')}
        </span>
      )}
      <Link href={`/meetings/${meeting.id}`} className="ml-auto text-accent underline underline-offset-2">
        {t('open')}
      </Link>
    </div>
  );
}
