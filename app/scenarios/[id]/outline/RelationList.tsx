'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { createEntities } from '@/lib/document/edits/create-entities';
import { itemName, parseItemName } from '@/lib/domain/items';
import { textIn, type Language } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Relation, Role } from '@/lib/domain/scenario';
import { useMayEdit, usePhase, useSession, useWorkspaceView } from '../session/hooks';
import { NewRelation } from './NewRelation';
import { OutlineList } from './OutlineList';
import { RelationRow } from './RelationRow';
import { useDeletion } from './use-deletion';

/** The relations of both phases. A new one stands where the phase that is looked at has both its roles. */
export function RelationList({ relations, roles, language }: { readonly relations: readonly Relation[]; readonly roles: readonly Role[]; readonly language: Language }) {
  const t = useTranslations('outline');
  const { doc } = useSession();
  const phase = usePhase();
  const { selection } = useWorkspaceView();
  const mayEdit = useMayEdit();
  const remove = useDeletion('relations');
  const [asking, setAsking] = useState<{ readonly from: string | null } | null>(null);
  const items = useMemo(() => relations.map(({ id, label }) => ({ id, name: textIn(label, language) })), [relations, language]);
  const roleOptions = useMemo(() => roles.map(({ id, label }) => ({ value: id, label: textIn(label, language) || t('unnamed') })), [roles, language, t]);
  const onDelete = useCallback((id: string) => remove(id, items.find((item) => item.id === id)?.name ?? t('unnamed')), [remove, items, t]);
  const selectedRole = (): string | null => selection.get().map(parseItemName).flatMap((item) => (item?.kind === 'role' && roles.some(({ id }) => id === item.id) ? [item.id] : []))[0] ?? null;

  function create(source: string, target: string, focusNameSoon: (id: string) => void): void {
    const standsIn = (id: string) => roles.find((role) => role.id === id)?.phases ?? {};
    const shared = phases.filter((each) => standsIn(source)[each] && standsIn(target)[each]);
    const wanted = shared.includes(phase) ? [phase] : shared.length ? shared : [phase];
    const [id] = createEntities(doc, { relations: [{ source, target, phases: wanted }] }).relations;
    setAsking(null);
    if (id) focusNameSoon(id);
  }
  return (
    <OutlineList
      kind="relations"
      items={items}
      itemNameOf={(id) => itemName({ kind: 'relation', id })}
      onAdd={() => {
        setAsking({ from: selectedRole() });
        return null;
      }}
      onDelete={onDelete}
      blocked={roles.length < 2 ? t('relations.blocked') : undefined}
      before={(focusNameSoon) => asking && mayEdit && <NewRelation roleOptions={roleOptions} from={asking.from} onCreate={(source, target) => create(source, target, focusNameSoon)} onCancel={() => setAsking(null)} />}
    >
      {(active) =>
        relations.map((relation, index) => (
          <RelationRow key={relation.id} relation={relation} roleOptions={roleOptions} language={language} position={index + 1} total={relations.length} active={active === relation.id} mayEdit={mayEdit} onDelete={onDelete} />
        ))
      }
    </OutlineList>
  );
}
