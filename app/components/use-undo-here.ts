'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useSession } from '@/app/scenarios/[id]/session/hooks';
import { useToasts } from './Toasts';

/** The session's undo and redo for keys pressed inside a text; says so if a step was left alone because somebody overwrote it. */
export function useUndoHere(): { undo(): void; redo(): void } {
  const { undo: steps } = useSession();
  const { toast } = useToasts();
  const t = useTranslations('field');
  return useMemo(() => {
    const told = (outcome: 'done' | 'nothing' | 'overwritten'): void => {
      if (outcome === 'overwritten') toast({ text: t('overwritten') });
    };
    return { undo: () => told(steps.undo()), redo: () => told(steps.redo()) };
  }, [steps, toast, t]);
}
