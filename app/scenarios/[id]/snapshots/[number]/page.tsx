import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requirePerson } from '@/app/session';
import { unlessMissing } from '@/app/unless-missing';
import { database } from '@/lib/db/client';
import { isLanguage, textIn, type Language } from '@/lib/domain/languages';
import { versionNumber } from '@/lib/domain/version-number';
import { loadMessages } from '@/lib/messages/load';
import { listDelegations } from '@/lib/people/list-delegations';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import { originName } from '../../../origin-name';
import { PrintButton } from './PrintButton';
import { ReadAssessment } from './ReadAssessment';
import { ReadFigures } from './ReadFigures';
import { ReadSignatures } from './ReadSignatures';
import { ReadWording } from './ReadWording';

interface PageProps {
  readonly params: Promise<{ readonly id: string; readonly number: string }>;
  readonly searchParams: Promise<{ readonly lang?: string | string[] }>;
}

/** The version, for whoever may read it; read once a request. */
const versionOf = cache(async (id: string, number: string) => {
  const { actor } = await requirePerson(`/scenarios/${id}/snapshots/${number}`);
  const asked = versionNumber(number);
  if (asked === null) notFound();
  return unlessMissing(readSnapshot(database(), actor, id, asked));
});

/** `?lang=en|de|zh`, else the reader's language. */
async function languageOf(searchParams: PageProps['searchParams']): Promise<Language> {
  const { lang } = await searchParams;
  const locale = await getLocale();
  return isLanguage(lang) ? lang : isLanguage(locale) ? locale : 'en';
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { id, number } = await params;
  const snapshot = await versionOf(id, number);
  const language = await languageOf(searchParams);
  const t = await getTranslations({ locale: language, namespace: 'agreement' });
  return { title: `${textIn(snapshot.read.title, language)} · ${t('version', { number: snapshot.number, name: snapshot.name })}` };
}

/** A version to be read, printed and checked: rendered by the server from what was fixed, never from the live text. */
export default async function SnapshotPage({ params, searchParams }: PageProps) {
  const { id, number } = await params;
  const snapshot = await versionOf(id, number);
  const language = await languageOf(searchParams);
  const t = await getTranslations({ locale: language, namespace: 'agreement' });
  const ui = await getTranslations({ locale: language, namespace: 'ui' });
  const messages = await loadMessages(language);
  const { read } = snapshot;
  const facts = [read.origin && t('reading.origin', { origin: originName(ui, read.origin, await listDelegations(database()), language) }), read.bestPractice && t('reading.best-practice', { name: read.bestPractice })];
  return (
    <NextIntlClientProvider locale={language} messages={{ ui: messages.ui!, agreement: messages.agreement! }}>
      <main lang={language === 'zh' ? 'zh-Hans' : language} className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 print:max-w-none print:p-0">
        <nav className="flex flex-wrap items-center gap-4 print:hidden">
          <a className="text-accent underline underline-offset-2" href={`/scenarios/${id}`}>
            {t('reading.back')}
          </a>
          <span className="ml-auto">
            <PrintButton />
          </span>
        </nav>
        <header className="flex flex-col gap-1 border-b pb-4">
          <p className="text-soft">{t('version', { number: snapshot.number, name: snapshot.name })}</p>
          <h1 className="text-2xl font-semibold [overflow-wrap:anywhere]">{textIn(read.title, language) || t('item.unnamed')}</h1>
          <p className="text-soft">{[...facts, t('reading.immutable')].filter(Boolean).join(' · ')}</p>
        </header>
        <ReadSignatures snapshot={snapshot} language={language} />
        <ReadFigures scenario={read} language={language} />
        <ReadAssessment scenario={read} language={language} />
        <ReadWording scenario={read} language={language} />
      </main>
    </NextIntlClientProvider>
  );
}
