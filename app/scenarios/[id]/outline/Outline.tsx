'use client';
import { useLocale, useTranslations } from 'next-intl';
import { isLanguage } from '@/lib/domain/languages';
import { useMayEdit, useScenarioPart } from '../session/hooks';
import { PhaseBar } from '../phases/PhaseBar';
import { EnterpriseList } from './EnterpriseList';
import { RelationList } from './RelationList';
import { RoleList } from './RoleList';

/**
 * The network as lists: the same roles, relations and enterprises as on the canvas, for the keyboard, for screen readers,
 * and for everybody where the canvas may not run. Reads and edits the session's document and nothing else.
 */
export function Outline() {
  const t = useTranslations('outline');
  const locale = useLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const mayEdit = useMayEdit();
  const roles = useScenarioPart('roles');
  const relations = useScenarioPart('relations');
  const enterprises = useScenarioPart('enterprises');
  return (
    <div className="p-3">
      {mayEdit && <p className="mb-3 text-sm text-soft max-sm:hidden print:hidden">{t('keys')}</p>}
      {mayEdit && <PhaseBar />}
      <RoleList roles={roles} enterprises={enterprises} language={language} />
      <RelationList relations={relations} roles={roles} language={language} />
      <EnterpriseList enterprises={enterprises} language={language} />
    </div>
  );
}
