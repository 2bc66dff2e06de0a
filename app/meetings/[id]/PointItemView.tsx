'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { Button } from '@/app/components/Button';
import { failureOf, type Failure } from '@/app/scenarios/[id]/panel/agreement-api';
import { draftKey } from '@/app/scenarios/[id]/panel/drafts';
import { useFetched } from '@/app/scenarios/[id]/panel/use-fetched';
import { useRequestIds } from '@/app/scenarios/[id]/panel/use-request-ids';
import { ItemContentIn } from '@/app/scenarios/[id]/positions/ItemContent';
import { NoteForm } from '@/app/scenarios/[id]/positions/NoteForm';
import { positionsApi } from '@/app/scenarios/[id]/positions/positions-api';
import { SideMark } from '@/app/scenarios/[id]/positions/SideMark';
import { StanceButtons } from '@/app/scenarios/[id]/positions/StanceButtons';
import type { Stance } from '@/lib/domain/positions';
import type { MeetingApi } from '../meeting-api';
import { useWhileSeen } from '@/app/components/use-while-seen';

/** What an item on the agenda says now, what the delegations say of it, and, for a speaker, what one's own says from now on. */
export function PointItemView({ api, point, scenario, me }: { readonly api: MeetingApi; readonly point: string; readonly scenario: string; readonly me: string }) {
  const t = useTranslations('meetings.agenda');
  const words = useTranslations('positions');
  const errors = useTranslations('errors');
  const [{ value, failure }, refetch] = useFetched(useCallback(() => api.readItem(point), [api, point]));
  useWhileSeen(refetch); // while one speaks of it, others say what their side thinks, and the wording changes
  const [noting, setNoting] = useState<Stance | null>(null);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const requests = useRequestIds();
  if (failure && !value)
    return (
      <p role="alert" className="text-danger">
        {failure.words ?? errors(failure.code)} <Button size="small" onClick={() => void refetch()}>{t('retry')}</Button>
      </p>
    );
  if (!value) return <p role="status">{t('loading')}</p>;
  const { name, agreement, speakFor } = value;

  const say = async (stance: Stance, note: string): Promise<boolean> => {
    if (!agreement) return false;
    setBusy(true);
    setRefused(null);
    try {
      const position = { stance, note, items: [{ name, hash: agreement.hash }] };
      await positionsApi(scenario).set({ ...position, requestId: requests.idOf(position) });
      requests.done();
      setNoting(null);
      return true;
    } catch (error) {
      setRefused(failureOf(error));
      return false;
    } finally {
      await refetch();
      setBusy(false);
    }
  };
  const own = agreement?.said.find(({ side }) => side.id === speakFor);
  return (
    <div className="my-1 flex flex-col gap-1.5">
      <ItemContentIn scenario={value.scenario} name={name} />
      {!agreement && <p className="text-soft">{t('item-gone')}</p>}
      {agreement && agreement.said.length > 0 && (
        <ul className="flex flex-col gap-0.5">
          {agreement.said.map((said) => (
            <li key={said.side.id} className="min-w-0 break-words">
              <SideMark said={said} /> {said.position ? words(said.isStale ? 'stance-stale' : 'stance-now', { stance: words(`stances.${said.position.stance}`) }) : <span className="text-soft">{t('said-nothing')}</span>}
              {said.position?.note && <span className="text-soft"> – {said.position.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {agreement && own && (
        <div className="flex flex-col gap-1.5">
          <p className="text-sm text-soft">{t('speak')}</p>
          <StanceButtons
            label={t('speak')}
            taken={own.position && !own.isStale ? own.position.stance : null}
            busy={busy}
            withKeys={false}
            onStance={(stance) => {
              if (stance === 'agree' || stance === 'abstain') void say(stance, '');
              else setNoting(stance);
            }}
          />
          {noting && <NoteForm key={noting} stance={noting} draft={draftKey(me, scenario, `position:${name}:${noting}`)} initial="" onSend={(note) => say(noting, note)} onCancel={() => setNoting(null)} />}
          {refused && (
            <p role="alert" className="text-danger">
              {refused.words ?? errors(refused.code)}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
