import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { PageFrame } from '@/app/components/PageFrame';
import { requirePerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { isLanguage, textIn } from '@/lib/domain/languages';
import { listMeetings, pagesOf } from '@/lib/meetings/list-meetings';
import type { ListedMeeting } from '@/lib/meetings/meeting';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { CourseBadge } from './CourseBadge';
import { MeetingTimes } from './MeetingTimes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('title') };
}

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** The meetings that this person may see: what runs and what comes first, then what was. `?scenario=`: on one scenario; `?pages=`: more of what was. */
export default async function MeetingsPage({ searchParams }: Props) {
  const { scenario: asked, pages: askedPages } = await searchParams;
  const pages = pagesOf(askedPages);
  const only = typeof asked === 'string' ? asked : undefined;
  const session = await requirePerson(only ? `/meetings?scenario=${encodeURIComponent(only)}` : '/meetings');
  const [t, { ahead, past, more }, scenarios, locale] = await Promise.all([getTranslations('meetings'), listMeetings(database(), session.actor, { scenario: only, pages }), listScenarios(database(), session.actor), getLocale()]);
  const mayPlan = scenarios.some(({ right, id }) => right === 'facilitator' && (only === undefined || id === only));
  const scenario = scenarios.find(({ id }) => id === only);
  const language = isLanguage(locale) ? locale : 'en';
  const earlier = new URLSearchParams({ ...(only && { scenario: only }), pages: String(pages + 1) });
  return (
    <PageFrame title={t('title')} session={session}>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        {scenario && (
          <p className="min-w-0">
            {t('on', { title: textIn(scenario.title, language) })} <Link href="/meetings" className="text-accent underline underline-offset-2">{t('all')}</Link>
          </p>
        )}
        {mayPlan && (
          <Link href={only ? `/meetings/new?scenario=${encodeURIComponent(only)}` : '/meetings/new'} className="ml-auto inline-flex min-h-8 items-center rounded border border-accent bg-accent px-2.5 font-medium text-on-accent hover:opacity-90">
            {t('plan.open')}
          </Link>
        )}
      </div>
      {ahead.length + past.length === 0 && (
        <div className="border-y py-10 text-center">
          <p className="font-medium">{t('none')}</p>
          <p className="text-soft">{mayPlan ? t('none-plan') : t('none-wait')}</p>
        </div>
      )}
      {ahead.length > 0 && <MeetingGroup title={t('ahead')} meetings={ahead} language={language} />}
      {past.length > 0 && <MeetingGroup title={t('past')} meetings={past} language={language} />}
      {more && (
        <Link href={`/meetings?${earlier}`} scroll={false} className="inline-flex min-h-8 items-center text-accent underline underline-offset-2">
          {t('earlier')}
        </Link>
      )}
    </PageFrame>
  );
}

async function MeetingGroup({ title, meetings, language }: { readonly title: string; readonly meetings: readonly ListedMeeting[]; readonly language: 'en' | 'de' | 'zh' }) {
  const untitled = (await getTranslations('scenarios'))('untitled');
  return (
    <section className="mb-6">
      <h2 className="mb-1 text-lg font-semibold">{title}</h2>
      <ul className="border-t">
        {meetings.map((meeting) => (
          <li key={meeting.id} data-meeting={meeting.id} className="relative grid gap-x-6 gap-y-1 border-b py-2.5 hover:bg-hover sm:grid-cols-[1fr_auto]">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                <Link href={`/meetings/${meeting.id}`} className="break-words font-medium after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent">
                  {meeting.title}
                </Link>
                <CourseBadge course={meeting.isMissed ? 'missed' : meeting.course} />
              </p>
              <p className="break-words text-soft">{meeting.scenarios.map((scenario) => textIn(scenario.title, language) || untitled).join(' · ')}</p>
            </div>
            <MeetingTimes meeting={meeting} />
          </li>
        ))}
      </ul>
    </section>
  );
}
