import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { PageFrame } from '@/app/components/PageFrame';
import { database } from '@/lib/db/client';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { PlanForm } from '../../PlanForm';
import { zoneChoices } from '../../zone-choices';
import { readForPage } from '../read-for-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.plan'))('change') };
}

/** Changes the plan of a meeting. */
export default async function ChangeMeetingPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  const { session, meeting } = await readForPage(id, `/meetings/${encodeURIComponent(id)}/plan`);
  if (!meeting.may.lead) notFound();
  if (meeting.course === 'ended' || meeting.course === 'cancelled') redirect(`/meetings/${id}`);
  const t = await getTranslations('meetings.plan');
  const choices = (await listScenarios(database(), session.actor)).filter(({ right }) => right === 'facilitator').map((scenario) => ({ id: scenario.id, title: scenario.title }));
  const { title, local, zone, minutes, place, link, planVersion, scenarios } = meeting;
  return (
    <PageFrame title={t('change')} session={session}>
      <PlanForm meeting={{ id, planVersion }} initial={{ title, local, zone, minutes, place, link, scenarios: scenarios.map((scenario) => scenario.id) }} choices={choices} zones={zoneChoices()} />
    </PageFrame>
  );
}
