'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useToasts } from '@/app/components/Toasts';
import { useUndoHere } from '@/app/components/use-undo-here';
import { deleteEntities } from '@/lib/document/edits/edit-entities';
import { useSession } from '../session/hooks';

type Kind = 'roles' | 'relations' | 'enterprises';

/** Deletes an item at once and offers to undo it: no question before. */
export function useDeletion(kind: Kind): (id: string, name: string) => void {
  const { doc } = useSession();
  const { toast } = useToasts();
  const { undo } = useUndoHere();
  const t = useTranslations('outline');
  return useCallback(
    (id, name) => {
      deleteEntities(doc, { [kind]: [id] });
      toast({ text: t(`${kind}.went`, { name: name || t('unnamed') }), action: { label: t('undo'), run: undo } });
    },
    [doc, kind, t, toast, undo],
  );
}
