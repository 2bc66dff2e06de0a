'use client';
import { useCallback } from 'react';
import type { Finding } from '@/lib/checks/finding';
import { showPassage } from '../wording/show-passage';
import { wide } from '../workspace/use-media';
import { useShellView } from '../workspace/WorkspaceViewProvider';

/** Leads to where a finding is to be seen to: its item, in a phase in which it is so, and the words that it is about. */
export function useShowFinding(): (finding: Finding) => void {
  const view = useShellView();
  return useCallback(
    ({ item, phases, words }) => {
      // where there is room for one part only, the list gives way to it
      if (!window.matchMedia(wide).matches) view.closePanel();
      if (item === 'scenario') return document.querySelector<HTMLElement>('[data-title] :is(input, textarea)')?.focus();
      const now = view.phase.get();
      view.reveal(item, phases.includes(now) ? now : phases[0], () => words !== null && showPassage(item, words, '.role-name'));
    },
    [view],
  );
}
