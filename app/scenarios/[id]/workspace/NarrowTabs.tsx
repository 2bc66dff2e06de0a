'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useOpenPanel, usePart, useShellView } from './WorkspaceViewProvider';

export const narrowTabs = ['network', 'assessment', 'wording', 'discussion'] as const;
export type NarrowTab = (typeof narrowTabs)[number];

/** Which tab a narrow screen shows, as it follows from the view. */
export function useNarrowTab(): NarrowTab {
  const panel = useOpenPanel();
  const part = usePart();
  if (panel) return 'discussion';
  return part === 'assessment' || part === 'wording' ? part : 'network';
}

/** The parts as tabs, where they do not fit side by side. */
export function NarrowTabs() {
  const t = useTranslations('workspace');
  const view = useShellView();
  const now = useNarrowTab();
  const choose = useCallback(
    (tab: NarrowTab) => {
      if (tab === 'discussion') return view.openPanel('comments');
      view.closePanel();
      view.goTo(tab === 'network' ? view.mode.get() : tab);
    },
    [view],
  );
  return (
    <nav aria-label={t('tabs')} className="sticky top-0 z-10 flex overflow-x-auto border-b bg-paper lg:hidden print:hidden">
      {narrowTabs.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={tab === now ? 'page' : undefined}
          className="min-h-11 flex-1 whitespace-nowrap border-b-2 border-transparent px-2 text-soft aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
          onClick={() => choose(tab)}
        >
          {tab === 'network' ? t('tab-network') : t(`part.${tab}`)}
        </button>
      ))}
    </nav>
  );
}
