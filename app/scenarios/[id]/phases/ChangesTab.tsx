'use client';
import { Layers } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { Button } from '@/app/components/Button';
import { phaseChanges } from '@/lib/domain/phase-changes';
import { useReady, useScenarioPart } from '../session/hooks';
import { useMedia, wide } from '../workspace/use-media';
import { useShellView } from '../workspace/WorkspaceViewProvider';
import { ChangeEntries } from './ChangeEntries';

/** What becomes of today's network in future, live, with ways to each role and relation and to the figure of all. */
export function ChangesTab() {
  const t = useTranslations('phases');
  const view = useShellView();
  const isWide = useMedia(wide);
  const ready = useReady();
  const roles = useDeferredValue(useScenarioPart('roles'));
  const relations = useDeferredValue(useScenarioPart('relations'));
  const changes = useMemo(() => phaseChanges({ roles, relations }), [roles, relations]);
  const showOverlay = (): void => {
    view.goTo('overlay');
    if (!isWide) view.closePanel();
  };
  if (!ready) return <p className="text-soft">{t('loading')}</p>;
  return (
    <section aria-labelledby="phase-changes" className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id="phase-changes" className="font-semibold">
          {t('title')}
        </h3>
        {changes.length > 0 && (
          <>
            <span className="text-soft">{t('count', { count: changes.length })}</span>
            <Button size="small" onClick={showOverlay}>
              <Layers size={14} aria-hidden />
              {t('overlay')}
            </Button>
          </>
        )}
      </header>
      {changes.length === 0 ? <p className="text-soft">{t(roles.length === 0 ? 'empty' : 'none')}</p> : <ChangeEntries changes={changes} roles={roles} />}
    </section>
  );
}
