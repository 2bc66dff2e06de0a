import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageFrame } from '@/app/components/PageFrame';
import { ToastsProvider } from '@/app/components/Toasts';
import { ClockNote } from '@/app/inbox/ClockNote';
import { requirePerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { isLanguage, textIn } from '@/lib/domain/languages';
import { readCatchUp } from '@/lib/inbox/read-catch-up';
import { DiffView } from '../compare/DiffView';
import { PersonName } from '../panel/PersonName';
import { itemLabel } from '@/app/scenarios/item-label';
import { unlessMissing } from '@/app/unless-missing';
import { SinceEntries } from './SinceEntries';
import { SinceMoment } from './SinceMoment';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbox.since');
  return { title: t('title') };
}

/** What came to a scenario since the reader was last here: what waits for them, what was said of their points, what changed. */
export default async function SincePage({ params }: Props) {
  const { id } = await params;
  const session = await requirePerson(`/scenarios/${encodeURIComponent(id)}/since`);
  const caughtUp = await unlessMissing(readCatchUp(database(), session.actor, id));
  const locale = await getLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const t = await getTranslations('inbox.since');
  const words = await getTranslations('agreement.item');
  const back = (
    <p className="-mt-4 mb-4">
      <a className="text-accent underline underline-offset-2" href={`/scenarios/${id}`}>
        {t('back')}
      </a>
    </p>
  );
  if (!caughtUp)
    return (
      <PageFrame title={t('title')} session={session}>
        {back}
        <p role="status">{t('first')}</p>
      </PageFrame>
    );
  const { since, before, now, editors, waiting, stale, said } = caughtUp;
  return (
    <ToastsProvider>
      <PageFrame title={t('title')} session={session}>
        {back}
        <p className="mb-5 text-soft">
          {textIn(now.title, language)} · <SinceMoment at={since.at} /> <ClockNote />
        </p>
        <section aria-labelledby="since-waiting" className="mb-6">
          <h2 id="since-waiting" className="mb-1 text-lg font-semibold">
            {t('waiting')}
          </h2>
          {waiting.length + stale.length === 0 && <p className="text-soft">{t('nothing-waits')}</p>}
          <SinceEntries entries={waiting} />
          {stale.length > 0 && (
            <>
              <p className="mt-2">{t('stale', { count: stale.length })}</p>
              <ul className="list-disc pl-5">
                {stale.map((item) => (
                  <li key={item}>
                    <a className="text-accent underline underline-offset-2" href={`/scenarios/${id}?item=${item}`}>
                      {itemLabel(item, [now, before], language, words)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section aria-labelledby="since-said" className="mb-6">
          <h2 id="since-said" className="mb-1 text-lg font-semibold">
            {t('said')}
          </h2>
          {said.length === 0 ? <p className="text-soft">{t('nothing-said')}</p> : <SinceEntries entries={said} />}
        </section>
        <section aria-labelledby="since-changed">
          <h2 id="since-changed" className="mb-1 text-lg font-semibold">
            {t('changed')}
          </h2>
          {editors.length > 0 && (
            <p className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
              {t('by')}
              {editors.map((person) => (
                <PersonName key={person.id} person={person} />
              ))}
            </p>
          )}
          <DiffView scenarioId={id} before={before} after={now} language={language} />
        </section>
      </PageFrame>
    </ToastsProvider>
  );
}
