'use client';
import { Columns2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { MenuItem } from '@/app/components/Menu';
import { colonIn } from '@/lib/domain/languages';
import { ToolbarMenu } from '../canvas/ToolbarMenu';
import { usePhase, useScenarioPart } from '../session/hooks';
import { shownKey } from './phase-keys';
import { networkItems, phaseDeeds, standings, usePhaseDeeds } from './use-phase-deeds';

/**
 * In which phases the selection stands, and what can be done about it. Stands in a toolbar.
 * @param before what has to be done before the deed
 */
export function PhaseMenu({ names, before }: { readonly names: readonly string[]; readonly before: () => void }) {
  const t = useTranslations('phases');
  const { language } = useInterfaceLanguage();
  const phase = usePhase();
  const roles = useScenarioPart('roles');
  const relations = useScenarioPart('relations');
  const deeds = usePhaseDeeds();
  const stand = new Set(standings({ roles, relations }, networkItems(names)).map((own) => own.join(' ')));
  const only = stand.size === 1 ? [...stand][0] : 'mixed';
  const shown = only === 'before' || only === 'after' || only === 'mixed' ? only : 'both';
  return (
    <ToolbarMenu label={t('deeds.group')} name={`${t('deeds.group')}${colonIn(language)}${t(`stands.${shown}`)}`} icon={<Columns2 size={14} aria-hidden />} shown={t(`stands.${shown}`)}>
      {phaseDeeds.map((deed) => (
        <MenuItem
          key={deed}
          shortcut={shownKey(deed)}
          disabled={!deeds.can(deed, names)}
          onSelect={() => {
            before();
            deeds.run(deed, names);
          }}
        >
          {deed === 'copy' ? t(`deeds.copy.${phase === 'before' ? 'after' : 'before'}`) : t(`deeds.${deed}`)}
        </MenuItem>
      ))}
    </ToolbarMenu>
  );
}
