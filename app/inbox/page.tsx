import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { database } from '@/lib/db/client';
import { listInbox } from '@/lib/inbox/list-inbox';
import { PageFrame } from '../components/PageFrame';
import { ToastsProvider } from '../components/Toasts';
import { requirePerson } from '../session';
import { InboxList } from './InboxList';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbox');
  return { title: t('title') };
}

/** What others did that concerns the reader, the newest first; each entry leads to its place. */
export default async function InboxPage() {
  const session = await requirePerson('/inbox');
  const t = await getTranslations('inbox');
  return (
    <ToastsProvider>
      <PageFrame title={t('title')} session={session}>
        <InboxList initial={await listInbox(database(), session.actor)} />
      </PageFrame>
    </ToastsProvider>
  );
}
