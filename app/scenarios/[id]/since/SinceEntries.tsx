'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { announceInboxChange } from '@/app/components/inbox-changed';
import { useToasts } from '@/app/components/Toasts';
import { sendMarks } from '@/app/inbox/inbox-api';
import { InboxRow } from '@/app/inbox/InboxRow';
import type { InboxEntry } from '@/lib/inbox/inbox-entry';

/** Entries of the inbox, on the page of one scenario. */
export function SinceEntries({ entries }: { readonly entries: readonly InboxEntry[] }) {
  const t = useTranslations('inbox');
  const { toast } = useToasts();
  const [marked, setMarked] = useState<ReadonlyMap<string, boolean>>(new Map());
  async function mark(id: string, read: boolean): Promise<void> {
    if (!(await sendMarks({ ids: [id], read }))) return toast({ tone: 'danger', text: t('not-marked') });
    setMarked((before) => new Map(before).set(id, read));
    announceInboxChange();
  }
  if (entries.length === 0) return null;
  return (
    <ul className="border-t">
      {entries.map((entry) => (
        <InboxRow key={entry.id} entry={{ ...entry, read: marked.get(entry.id) ?? entry.read }} onMark={(read) => void mark(entry.id, read)} />
      ))}
    </ul>
  );
}
