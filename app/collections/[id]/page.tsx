import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageFrame } from '@/app/components/PageFrame';
import { ToastsProvider } from '@/app/components/Toasts';
import { requirePerson } from '@/app/session';
import { readCollection } from '@/lib/collections/read-collection';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage, textIn } from '@/lib/domain/languages';
import { listDelegations } from '@/lib/people/list-delegations';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { CollectionView } from './CollectionView';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const read = cache(async (id: string) => {
  const session = await requirePerson(`/collections/${encodeURIComponent(id)}`);
  try {
    return { session, collection: await readCollection(database(), session.actor, id) };
  } catch (error) {
    if (error instanceof AccordError && error.code === 'not-found') notFound();
    throw error;
  }
});

const nameOf = async (name: Parameters<typeof textIn>[0]): Promise<string> => {
  const locale = await getLocale();
  return textIn(name, isLanguage(locale) ? locale : 'en');
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await nameOf((await read((await params).id)).collection.name) };
}

/** One collection: its authentic languages, and its scenarios in their order with how far each has come. */
export default async function CollectionPage({ params }: Props) {
  const { session, collection } = await read((await params).id);
  const scenarios = await listScenarios(database(), session.actor);
  const listed = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const own = collection.scenarios.flatMap(({ id, mayRemove }) => {
    const scenario = listed.get(id);
    return scenario ? [{ ...scenario, mayRemove }] : [];
  });
  const others = scenarios.filter(({ id, right }) => right === 'facilitator' && !own.some((each) => each.id === id));
  return (
    <ToastsProvider>
      <PageFrame title={await nameOf(collection.name)} session={session}>
        <CollectionView collection={collection} scenarios={own} others={others.map(({ id, title }) => ({ id, title }))} delegations={await listDelegations(database())} />
      </PageFrame>
    </ToastsProvider>
  );
}
