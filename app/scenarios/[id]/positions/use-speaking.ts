'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useToasts } from '@/app/components/Toasts';
import type { Stance } from '@/lib/domain/positions';
import type { Change } from '@/lib/domain/scenario';
import { failureOf, newRequestId, type Failure } from '../panel/agreement-api';
import { untilSaved } from '../panel/until-saved';
import { useRequestIds } from '../panel/use-request-ids';
import { useSession } from '../session/hooks';
import { usePositions } from './PositionsProvider';

/** What a speaker can do; each resolves once the page shows it, to false if it did not work (`failure` says why). */
export interface Speaking {
  readonly busy: boolean;
  readonly failure: Failure | null;
  say(stance: Stance, names: readonly string[], note?: string): Promise<boolean>;
  withdraw(names: readonly string[]): Promise<boolean>;
  /** Undoes the last thing said or withdrawn here; nothing if there is none. */
  undo(): Promise<boolean>;
  judge(item: string, change: Change, reason: string): Promise<boolean>;
  withdrawJudgement(item: string): Promise<boolean>;
}

/** Speaks for the reader's delegation. The hashes sent are those of what the page shows at the moment of the press. */
export function useSpeaking(): Speaking {
  const t = useTranslations('positions');
  const session = useSession();
  const { api, board, refetch } = usePositions();
  const { toast, announce } = useToasts();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const last = useRef<string[]>([]);
  const undoIds = useRequestIds();

  const act = useCallback(
    async (what: (requestId: string) => Promise<void>): Promise<boolean> => {
      setBusy(true);
      setFailure(null);
      try {
        // what the speaker has just typed is part of what is spoken of
        await untilSaved(session);
        await what(newRequestId());
        return true;
      } catch (error) {
        setFailure(failureOf(error));
        return false;
      } finally {
        await refetch();
        setBusy(false);
      }
    },
    [session, refetch],
  );

  return useMemo(() => {
    const undo = async (request: string | undefined): Promise<boolean> => {
      if (request === undefined) return false;
      last.current = last.current.filter((each) => each !== request);
      const done = await act(async () => {
        const { takenBack } = await api.takeBack({ request, requestId: undoIds.idOf(request) });
        announce(t('taken-back', { count: takenBack.length }));
      });
      if (!done) last.current.push(request);
      return done;
    };
    const done = (request: string, text: string, count: number): void => {
      last.current.push(request);
      if (count > 1) toast({ text, action: { label: t('undo'), run: () => void undo(request) } });
      else announce(text);
    };
    return {
      busy,
      failure,
      say(stance, names, note = '') {
        const items = names.flatMap((name) => {
          const hash = board.get()?.byName.get(name)?.hash;
          return hash === undefined ? [] : [{ name, hash }];
        });
        return act(async (requestId) => {
          const { taken, refused } = await api.set({ stance, note, items, requestId });
          done(requestId, t('said', { stance: t(`stances.${stance}`), count: taken.length }), names.length);
          if (refused.length) toast({ text: t('left-out', { count: refused.length }), tone: 'danger' });
        });
      },
      withdraw: (names) =>
        act(async (requestId) => {
          const { withdrawn } = await api.withdraw({ items: names, requestId });
          done(requestId, t('withdrawn', { count: withdrawn.length }), names.length);
        }),
      undo: () => undo(last.current.at(-1)),
      judge: (item, change, reason) =>
        act(async (requestId) => {
          await api.judge({ item, hash: board.get()?.byName.get(item)?.hash ?? '', change, reason, requestId });
          announce(t('judgement.recorded'));
        }),
      withdrawJudgement: (item) =>
        act(async (requestId) => {
          await api.withdrawJudgement({ item, requestId });
          announce(t('judgement.gone'));
        }),
    };
  }, [busy, failure, act, api, board, undoIds, toast, announce, t]);
}
