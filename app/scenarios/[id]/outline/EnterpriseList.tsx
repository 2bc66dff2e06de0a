'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { createEntities } from '@/lib/document/edits/create-entities';
import { itemName } from '@/lib/domain/items';
import { textIn, type Language } from '@/lib/domain/languages';
import type { Enterprise } from '@/lib/domain/scenario';
import { nextColour } from '@/lib/figures/palette';
import { useMayEdit, useSession } from '../session/hooks';
import { EnterpriseRow } from './EnterpriseRow';
import { OutlineList } from './OutlineList';
import { useDeletion } from './use-deletion';

/** The enterprises that assume roles. */
export function EnterpriseList({ enterprises, language }: { readonly enterprises: readonly Enterprise[]; readonly language: Language }) {
  const t = useTranslations('outline');
  const { doc } = useSession();
  const mayEdit = useMayEdit();
  const remove = useDeletion('enterprises');
  const items = useMemo(() => enterprises.map(({ id, name }) => ({ id, name: textIn(name, language) })), [enterprises, language]);
  const onDelete = useCallback((id: string) => remove(id, items.find((item) => item.id === id)?.name ?? t('unnamed')), [remove, items, t]);
  const add = (): string | null => {
    const colour = nextColour(enterprises.map((enterprise) => enterprise.colour));
    return createEntities(doc, { enterprises: [{ colour }] }).enterprises[0] ?? null;
  };
  return (
    <OutlineList kind="enterprises" items={items} itemNameOf={(id) => itemName({ kind: 'enterprise', id })} onAdd={add} onDelete={onDelete}>
      {(active) =>
        enterprises.map((enterprise, index) => (
          <EnterpriseRow key={enterprise.id} enterprise={enterprise} language={language} position={index + 1} total={enterprises.length} active={active === enterprise.id} mayEdit={mayEdit} onDelete={onDelete} />
        ))
      }
    </OutlineList>
  );
}
