'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { useSession } from '@/app/scenarios/[id]/session/hooks';
import type { UndoOutcome } from '@/lib/document/undo';
import { useToasts } from './Toasts';

/** Says so where a step was left alone: because somebody overwrote it, or because the server could not be asked. */
export function useToldUndo(): (outcome: UndoOutcome | Promise<UndoOutcome>) => void {
  const { toast } = useToasts();
  const t = useTranslations('field');
  return useCallback(
    (outcome) => {
      const tell = (known: UndoOutcome): void => {
        if (known === 'overwritten' || known === 'unavailable') toast({ text: t(known) });
      };
      if (outcome instanceof Promise) void outcome.then(tell);
      else tell(outcome);
    },
    [toast, t],
  );
}

/** The session's undo and redo for keys pressed inside a text; says so if a step was left alone. */
export function useUndoHere(): { undo(): void; redo(): void } {
  const { undo: steps } = useSession();
  const told = useToldUndo();
  return useMemo(() => ({ undo: () => told(steps.undo()), redo: () => told(steps.redo()) }), [steps, told]);
}
