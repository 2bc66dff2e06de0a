'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useToasts } from '@/app/components/Toasts';
import { failureOf } from '@/app/scenarios/[id]/panel/agreement-api';

/**
 * Runs what somebody does to the meeting, one thing at a time, and shows the result; what fails is said, and nothing typed is lost.
 * @returns `act` tells whether it worked
 */
export function useAct(refresh: () => Promise<void>): { readonly busy: boolean; readonly act: (run: () => Promise<unknown>) => Promise<boolean> } {
  const errors = useTranslations('errors');
  const { toast } = useToasts();
  const [busy, setBusy] = useState(false);
  const act = useCallback(
    async (run: () => Promise<unknown>): Promise<boolean> => {
      setBusy(true);
      try {
        await run();
        await refresh();
        return true;
      } catch (error) {
        const { code, words } = failureOf(error);
        toast({ tone: 'danger', text: words ?? errors(code) });
        await refresh();
        return false;
      } finally {
        setBusy(false);
      }
    },
    [refresh, toast, errors],
  );
  return { busy, act };
}
