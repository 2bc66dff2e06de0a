import { Download, ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { textIn } from '@/lib/domain/languages';
import { loadMessages } from '@/lib/messages/load';
import { languageAsked, offerOf } from './offer-of';
import { offerShown } from './offer-shown';
import { OfferView } from './OfferView';
import { markWords, printWords } from './print-words';

interface PageProps {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
  readonly searchParams: Promise<{ readonly lang?: string | string[] }>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { id, offer } = await params;
  const { view } = await offerOf(id, offer, '');
  const { t, language, item } = await printWords(await languageAsked((await searchParams).lang));
  return { title: t('brief.title', { title: textIn(view.snapshot.content.title, language) || item('unnamed'), number: view.snapshot.number }) };
}

/** What a signatory reads before signing, and where they sign: on a phone as well. */
export default async function OfferPage({ params, searchParams }: PageProps) {
  const { id, offer } = await params;
  const { view, news, actor } = await offerOf(id, offer, '');
  const language = await languageAsked((await searchParams).lang);
  const words = await printWords(language);
  const { t, agreement } = words;
  const messages = await loadMessages(language);
  const link = 'inline-flex min-h-8 items-center gap-1.5 text-accent underline underline-offset-2';
  const api = `/api/scenarios/${id}/offers/${view.number}`;
  return (
    <NextIntlClientProvider locale={language} messages={{ ui: messages.ui!, agreement: messages.agreement!, signing: messages.signing! }}>
      <main className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 print:max-w-none print:p-0">
        <nav className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
          <a className={link} href={`/scenarios/${id}`}>
            {agreement('reading.back')}
          </a>
          <a className={link} href={`/scenarios/${id}/snapshots/${view.snapshot.number}`}>
            {t('read-version')}
          </a>
          <a className={link} href={`/scenarios/${id}/offers/${view.number}/record`}>
            <ScrollText size={16} aria-hidden />
            {t('record.link')}
          </a>
          <a className={link} href={`${api}/brief.pdf?lang=${language}`}>
            <Download size={16} aria-hidden />
            {t('brief.pdf')}
          </a>
        </nav>
        <OfferView scenarioId={id} offer={view.number} number={view.snapshot.number} hash={view.snapshot.hash} language={language} marks={markWords(words)} initial={await offerShown(actor, news, view, language)} />
      </main>
    </NextIntlClientProvider>
  );
}
