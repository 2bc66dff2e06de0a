'use client';
import { useMemo } from 'react';
import type { VerbOutcome, VerbStep } from '@/lib/document/stepwise-undo-manager';
import type { ErrorCode } from '@/lib/domain/errors';
import { useSession } from '../session/hooks';
import { failureOf } from './agreement-api';
import { useThreadActions } from './AgreementProvider';
import { untilSaved } from './until-saved';

/** After these, the same can be asked again. */
const passing: ReadonlySet<ErrorCode> = new Set(['unavailable', 'internal', 'frozen', 'presenter-edits']);

/** The acceptance of a proposed change as a step of undo: the server takes back decision and change together, or makes both again. */
export function useAcceptance(thread: string, comment: string): VerbStep {
  const session = useSession();
  const { api, refetchThreads } = useThreadActions();
  return useMemo(() => {
    const ask = async (what: () => Promise<unknown>): Promise<VerbOutcome> => {
      // what stands there is judged by what the server has
      if (!(await untilSaved(session))) return 'unavailable';
      try {
        await what();
        return 'done';
      } catch (error) {
        return passing.has(failureOf(error).code) ? 'unavailable' : 'overwritten';
      } finally {
        void refetchThreads();
      }
    };
    return { key: `proposal:${comment}`, undo: () => ask(() => api.undecide(thread, comment)), redo: () => ask(() => api.decide(thread, comment, 'accepted')) };
  }, [session, api, refetchThreads, thread, comment]);
}
