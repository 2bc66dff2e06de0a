'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { setRelationEnds, setRelationKind } from '@/lib/document/edits/edit-entities';
import { itemName } from '@/lib/domain/items';
import { textIn } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import { relationKinds, type Relation } from '@/lib/domain/scenario';
import { usePhaseDeeds } from '../phases/use-phase-deeds';
import { useSession } from '../session/hooks';
import { NameFields } from './NameFields';
import { OutlineRow, type RowProps } from './OutlineRow';
import { OutlineSelect, type OutlineOption } from './OutlineSelect';
import { PhaseBox } from './PhaseBox';

export interface RelationRowProps extends RowProps {
  readonly relation: Relation;
  readonly roleOptions: readonly OutlineOption[];
}

/** A relation: from which role to which, its label and kind, and in which phases it stands. */
export const RelationRow = memo(function RelationRow({ relation, roleOptions, language, position, total, active, mayEdit, onDelete }: RelationRowProps) {
  const t = useTranslations('outline');
  const { doc } = useSession();
  const { setStands } = usePhaseDeeds();
  const { id } = relation;
  const item = itemName({ kind: 'relation', id });
  const name = textIn(relation.label, language) || t('unnamed');
  const nameOf = (role: string): string => roleOptions.find((option) => option.value === role)?.label ?? t('unnamed');
  const kinds = [{ value: '', label: t('relations.no-kind') }, ...relationKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))];
  const words = {
    name,
    position,
    total,
    source: nameOf(relation.source),
    target: nameOf(relation.target),
    kind: relation.kind ? t(`kinds.${relation.kind}`) : t('relations.no-kind'),
    phases: relation.phases.map((phase) => t(`phases.${phase}`)).join(t('comma')) || t('absent'),
  };

  return (
    <OutlineRow id={id} item={item} name={name} active={active} mayEdit={mayEdit} onDelete={onDelete} label={t('relations.row', words)}>
      <span className="flex min-w-0 flex-[3_1_20rem] items-center gap-1 max-sm:basis-full">
        <OutlineSelect label={t('relations.source', { name })} value={relation.source} options={roleOptions} disabled={!mayEdit} reachable={active} className="flex-1" onChange={(source) => setRelationEnds(doc, id, { source })} />
        <ArrowRight size={14} aria-hidden className="shrink-0 text-soft" />
        <OutlineSelect label={t('relations.target', { name })} value={relation.target} options={roleOptions} disabled={!mayEdit} reachable={active} className="flex-1" onChange={(target) => setRelationEnds(doc, id, { target })} />
      </span>
      <NameFields kind="relations" id={id} item={item} value={relation.label} language={language} reachable={active} />
      <OutlineSelect
        label={t('relations.kind', { name })}
        value={relation.kind ?? ''}
        options={kinds}
        disabled={!mayEdit}
        reachable={active}
        className="w-44 max-w-full"
        onChange={(value) => setRelationKind(doc, id, relationKinds.find((kind) => kind === value) ?? null)}
      />
      <span className="flex items-center gap-2">
        {phases.map((phase) => (
          <PhaseBox key={phase} phase={phase} of={name} checked={relation.phases.includes(phase)} disabled={!mayEdit} reachable={active} onChange={(stands) => setStands([item], phase, stands)} />
        ))}
      </span>
    </OutlineRow>
  );
});
