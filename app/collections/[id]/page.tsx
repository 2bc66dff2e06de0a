import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { PageFrame } from '@/app/components/PageFrame';
import { ToastsProvider } from '@/app/components/Toasts';
import { requirePerson } from '@/app/session';
import { unlessMissing } from '@/app/unless-missing';
import { database } from '@/lib/db/client';
import { isLanguage, textIn } from '@/lib/domain/languages';
import { listDelegations } from '@/lib/people/list-delegations';
import { CollectionNav } from './CollectionNav';
import { CollectionView } from './CollectionView';
import { readOverview } from './overview';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const read = cache(async (id: string) => {
  const session = await requirePerson(`/collections/${encodeURIComponent(id)}`);
  return { session, overview: await unlessMissing(readOverview(session.actor, id)) };
});

const nameOf = async (name: Parameters<typeof textIn>[0]): Promise<string> => {
  const locale = await getLocale();
  return textIn(name, isLanguage(locale) ? locale : 'en');
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await nameOf((await read((await params).id)).overview.collection.name) };
}

/** One collection: its authentic languages, and its scenarios in their order with their best practices and how far each has come. */
export default async function CollectionPage({ params }: Props) {
  const { session, overview } = await read((await params).id);
  return (
    <ToastsProvider>
      <PageFrame title={await nameOf(overview.collection.name)} session={session} wide>
        <CollectionNav collection={overview.collection.id} here="overview" />
        <CollectionView initial={overview} now={new Date().toISOString()} delegations={await listDelegations(database())} />
      </PageFrame>
    </ToastsProvider>
  );
}
