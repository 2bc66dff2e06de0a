'use client';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { AssessmentTable } from '../assessment/AssessmentTable';
import { Wording } from '../wording/Wording';
import type { Part } from './address';
import { PartBoundary } from './PartBoundary';
import { usePart, useShellView } from './WorkspaceViewProvider';

/** Assessment and wording, one below the other. `read`: the wording as the server rendered it, until the live one is here. */
export const TextsPane = memo(function TextsPane({ live, read }: { readonly live: boolean; readonly read: ReactNode }) {
  const t = useTranslations('workspace');
  const view = useShellView();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <TextTabs />
      <div data-texts={live ? 'live' : 'read'} className="min-h-0 flex-1 overflow-auto print:overflow-visible">
        <section aria-label={t('part.assessment')} data-part="assessment" data-tab-pane="assessment" onFocusCapture={() => view.setPart('assessment')}>
          <h2 className="px-3 pt-2 font-semibold lg:sr-only">{t('part.assessment')}</h2>
          {live ? (
            <PartBoundary>
              <AssessmentTable />
            </PartBoundary>
          ) : (
            <p className="p-3 text-soft print:hidden">{t('opening')}</p>
          )}
        </section>
        <section aria-label={t('part.wording')} data-part="wording" data-tab-pane="wording" className="border-t lg:mt-2" onFocusCapture={() => view.setPart('wording')}>
          <h2 className="px-3 pt-2 font-semibold">{t('part.wording')}</h2>
          {live ? (
            <PartBoundary>
              <Wording />
            </PartBoundary>
          ) : (
            read
          )}
        </section>
      </div>
    </div>
  );
});

function TextTabs() {
  const t = useTranslations('workspace');
  const view = useShellView();
  const now = usePart();
  const shown: readonly Part[] = ['assessment', 'wording'];
  return (
    <nav aria-label={t('tabs')} className="hidden items-center gap-1 border-b px-3 lg:flex print:!hidden">
      {shown.map((part) => (
        <button
          key={part}
          type="button"
          aria-current={now === part || undefined}
          className="border-b-2 border-transparent px-1 py-1 font-semibold text-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          onClick={() => view.goTo(part)}
        >
          {t(`part.${part as 'assessment' | 'wording'}`)}
        </button>
      ))}
    </nav>
  );
}
