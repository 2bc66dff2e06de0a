import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageFrame } from '@/app/components/PageFrame';
import { requirePerson } from '@/app/session';
import { unlessMissing } from '@/app/unless-missing';
import { readCollection } from '@/lib/collections/read-collection';
import { readTexts } from '@/lib/collections/read-texts';
import { database } from '@/lib/db/client';
import { isLanguage, textIn, type Localized } from '@/lib/domain/languages';
import { CollectionNav } from '../CollectionNav';
import { MatterView } from './MatterView';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const read = cache(async (id: string) => {
  const session = await requirePerson(`/collections/${encodeURIComponent(id)}/matter`);
  const collection = await unlessMissing(readCollection(database(), session.actor, id));
  return { session, collection, texts: await unlessMissing(readTexts(database(), session.actor, id)) };
});

const called = async (name: Localized): Promise<string> => {
  const locale = await getLocale();
  return textIn(name, isLanguage(locale) ? locale : 'en');
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { collection } = await read((await params).id);
  return { title: `${(await getTranslations('collections'))('pages.matter')} · ${await called(collection.name)}` };
}

/** What is printed before and behind the scenarios of a collection. */
export default async function MatterPage({ params }: Props) {
  const { session, collection, texts } = await read((await params).id);
  return (
    <PageFrame title={await called(collection.name)} session={session}>
      <CollectionNav collection={collection.id} here="matter" />
      <MatterView collection={collection.id} person={session.person.id} initial={texts} now={new Date().toISOString()} />
    </PageFrame>
  );
}
