'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { createEntities } from '@/lib/document/edits/create-entities';
import { itemName } from '@/lib/domain/items';
import { textIn, type Language } from '@/lib/domain/languages';
import type { Enterprise, Role } from '@/lib/domain/scenario';
import { useMayEdit, usePhase, useSession } from '../session/hooks';
import { OutlineList } from './OutlineList';
import { RoleRow } from './RoleRow';
import { useDeletion } from './use-deletion';

/** The roles of both phases. A new one stands in the phase that is looked at. */
export function RoleList({ roles, enterprises, language }: { readonly roles: readonly Role[]; readonly enterprises: readonly Enterprise[]; readonly language: Language }) {
  const t = useTranslations('outline');
  const { doc } = useSession();
  const phase = usePhase();
  const mayEdit = useMayEdit();
  const remove = useDeletion('roles');
  const items = useMemo(() => roles.map(({ id, label }) => ({ id, name: textIn(label, language) })), [roles, language]);
  const onDelete = useCallback((id: string) => remove(id, items.find((item) => item.id === id)?.name ?? t('unnamed')), [remove, items, t]);
  return (
    <OutlineList kind="roles" items={items} itemNameOf={(id) => itemName({ kind: 'role', id })} onAdd={() => createEntities(doc, { roles: [{ phases: { [phase]: {} } }] }).roles[0] ?? null} onDelete={onDelete}>
      {(active) =>
        roles.map((role, index) => (
          <RoleRow key={role.id} role={role} enterprises={enterprises} language={language} position={index + 1} total={roles.length} active={active === role.id} mayEdit={mayEdit} onDelete={onDelete} />
        ))
      }
    </OutlineList>
  );
}
