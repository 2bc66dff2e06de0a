'use client';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { setRoleEnterprise } from '@/lib/document/edits/edit-entities';
import { itemName } from '@/lib/domain/items';
import { textIn } from '@/lib/domain/languages';
import { phases, type Phase } from '@/lib/domain/phases';
import type { Enterprise, Role } from '@/lib/domain/scenario';
import { usePhaseDeeds } from '../phases/use-phase-deeds';
import { useSession } from '../session/hooks';
import { NameFields } from './NameFields';
import { OutlineRow, type RowProps } from './OutlineRow';
import { OutlineSelect } from './OutlineSelect';
import { PhaseBox } from './PhaseBox';

export interface RoleRowProps extends RowProps {
  readonly role: Role;
  readonly enterprises: readonly Enterprise[];
}

/** A role: its name, and per phase whether it stands there and which enterprise assumes it. */
export const RoleRow = memo(function RoleRow({ role, enterprises, language, position, total, active, mayEdit, onDelete }: RoleRowProps) {
  const t = useTranslations('outline');
  const phaseNames = useTranslations('outline.phases');
  const { doc } = useSession();
  const { setStands } = usePhaseDeeds();
  const item = itemName({ kind: 'role', id: role.id });
  const name = textIn(role.label, language) || t('unnamed');
  const enterpriseName = (id: string | null): string => {
    const enterprise = enterprises.find((candidate) => candidate.id === id);
    return enterprise ? textIn(enterprise.name, language) || t('unnamed') : t('roles.no-enterprise');
  };
  const placed = (phase: Phase): string => {
    const placement = role.phases[phase];
    return t('roles.placed', { phase: phaseNames(phase), enterprise: placement ? enterpriseName(placement.enterprise) : t('absent') });
  };
  const options = [{ value: '', label: t('roles.no-enterprise') }, ...enterprises.map(({ id }) => ({ value: id, label: enterpriseName(id) }))];

  return (
    <OutlineRow id={role.id} item={item} name={name} active={active} mayEdit={mayEdit} onDelete={onDelete} label={t('roles.row', { name, position, total, phases: phases.map(placed).join(t('roles.between')) })}>
      <NameFields kind="roles" id={role.id} item={item} value={role.label} language={language} reachable={active} />
      {phases.map((phase) => {
        const placement = role.phases[phase];
        return (
          <span key={phase} className="flex w-72 max-w-full items-center gap-1 max-sm:w-full">
            <PhaseBox phase={phase} of={name} checked={Boolean(placement)} disabled={!mayEdit} reachable={active} onChange={(stands) => setStands([item], phase, stands)} />
            {placement && (
              <OutlineSelect
                label={t('roles.enterprise', { name, phase: phaseNames(phase) })}
                value={placement.enterprise ?? ''}
                options={options}
                disabled={!mayEdit}
                reachable={active}
                className="flex-1"
                onChange={(value) => setRoleEnterprise(doc, role.id, phase, value || null)}
              />
            )}
          </span>
        );
      })}
    </OutlineRow>
  );
});
