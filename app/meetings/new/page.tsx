import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageFrame } from '@/app/components/PageFrame';
import { requirePerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { PlanForm } from '../PlanForm';
import { zoneChoices } from '../zone-choices';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.plan'))('new') };
}

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Plans a meeting; `?scenario=`: on this one. */
export default async function NewMeetingPage({ searchParams }: Props) {
  const asked = (await searchParams).scenario;
  const scenario = typeof asked === 'string' ? asked : null;
  const session = await requirePerson(scenario ? `/meetings/new?scenario=${encodeURIComponent(scenario)}` : '/meetings/new');
  const t = await getTranslations('meetings.plan');
  const choices = (await listScenarios(database(), session.actor)).filter(({ right }) => right === 'facilitator').map(({ id, title }) => ({ id, title }));
  const isChinese = session.person.delegation?.code === 'CN';
  return (
    <PageFrame title={t('new')} session={session}>
      {choices.length === 0 ? (
        <p className="border-y py-10 text-center text-soft">{t('no-scenario')}</p>
      ) : (
        <PlanForm
          meeting={null}
          initial={{ title: '', local: '', zone: isChinese ? 'Asia/Shanghai' : 'Europe/Berlin', minutes: 120, place: '', link: '', scenarios: choices.filter(({ id }) => id === scenario).map(({ id }) => id) }}
          choices={choices}
          zones={zoneChoices()}
        />
      )}
    </PageFrame>
  );
}
