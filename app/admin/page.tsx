import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { database } from '@/lib/db/client';
import { listDelegations } from '@/lib/people/list-delegations';
import { listPeople } from '@/lib/people/list-people';
import { can } from '@/lib/policies/can';
import { PageFrame } from '../components/PageFrame';
import { requirePerson } from '../session';
import { DelegationsPart } from './DelegationsPart';
import { LicencePart } from './LicencePart';
import { PeoplePart } from './PeoplePart';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title') };
}

/** The administrator's page: who takes part, in which delegation and office, and the delegations themselves. */
export default async function AdminPage() {
  const session = await requirePerson('/admin');
  if (!can(session.actor, 'people.manage')) notFound();
  const db = database();
  const [people, delegations] = await Promise.all([listPeople(db, session.actor), listDelegations(db)]);
  const t = await getTranslations('people');
  return (
    <PageFrame title={t('title')} session={session}>
      <LicencePart />
      <PeoplePart people={people} delegations={delegations} selfId={session.person.id} />
      <DelegationsPart people={people} delegations={delegations} />
    </PageFrame>
  );
}
