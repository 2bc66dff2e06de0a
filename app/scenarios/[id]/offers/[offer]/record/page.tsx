import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { PrintDocumentView } from '@/app/components/PrintDocumentView';
import { PrintButton } from '@/app/scenarios/[id]/snapshots/[number]/PrintButton';
import { loadMessages } from '@/lib/messages/load';
import { languagesFrom } from '../languages-from';
import { languageAsked, offerOf } from '../offer-of';
import { printWords } from '../print-words';
import { recordDocument } from '../record-document';

interface PageProps {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
  readonly searchParams: Promise<{ readonly lang?: string | string[] }>;
}

const documentOf = async ({ params, searchParams }: PageProps) => {
  const { id, offer } = await params;
  const { view } = await offerOf(id, offer, '/record');
  const language = await languageAsked((await searchParams).lang);
  const words = await Promise.all(languagesFrom(language).map(printWords));
  return { id, view, language, words, document: recordDocument(view, words) };
};

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  return { title: (await documentOf(props)).document.title };
}

/** The record of an offer, in all languages, the reader's first: to be printed, filed and compared with the chain later. */
export default async function RecordPage(props: PageProps) {
  const { id, view, language, words, document } = await documentOf(props);
  const [{ t }] = words as [(typeof words)[number]];
  const messages = await loadMessages(language);
  const link = 'inline-flex min-h-8 items-center gap-1.5 text-accent underline underline-offset-2';
  return (
    <NextIntlClientProvider locale={language} messages={{ ui: messages.ui!, agreement: messages.agreement! }}>
      <main className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 print:max-w-none print:p-0">
        <nav className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
          <a className={link} href={`/scenarios/${id}/offers/${view.number}`}>
            {t('record.back')}
          </a>
          <a className={link} href={`/api/scenarios/${id}/offers/${view.number}/record.pdf?lang=${language}`}>
            <Download size={16} aria-hidden />
            {t('record.pdf')}
          </a>
          <span className="ml-auto">
            <PrintButton />
          </span>
        </nav>
        <PrintDocumentView document={document} />
      </main>
    </NextIntlClientProvider>
  );
}
