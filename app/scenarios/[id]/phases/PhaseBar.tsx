'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { usePhase, useScenarioPart, useSelection } from '../session/hooks';
import { networkItems, phaseDeeds, standings, usePhaseDeeds } from './use-phase-deeds';

/** Above the outline: what can be done between the phases with the rows that are selected. */
export function PhaseBar() {
  const t = useTranslations('phases');
  const phase = usePhase();
  const selection = useSelection();
  const roles = useScenarioPart('roles');
  const relations = useScenarioPart('relations');
  const deeds = usePhaseDeeds();
  const count = standings({ roles, relations }, networkItems(selection)).length;
  return (
    <div role="group" aria-label={t('deeds.group')} className="sticky top-0 z-10 mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 border-b bg-paper py-1 print:hidden">
      <span className="text-soft">{t('selected', { count })}</span>
      {phaseDeeds.map((deed) => (
        <Button key={deed} size="small" disabled={!deeds.can(deed, selection)} onClick={() => deeds.run(deed, selection)}>
          {deed === 'copy' ? t(`deeds.copy.${phase === 'before' ? 'after' : 'before'}`) : t(`deeds.${deed}`)}
        </Button>
      ))}
      <span className="text-sm text-soft max-sm:hidden">{t('select-several')}</span>
    </div>
  );
}
