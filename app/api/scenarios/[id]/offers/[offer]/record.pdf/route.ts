import { answer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { numberOf } from '@/app/api/scenarios/[id]/snapshots/[number]/number-of';
import { languagesFrom } from '@/app/scenarios/[id]/offers/[offer]/languages-from';
import { languageAsked } from '@/app/scenarios/[id]/offers/[offer]/offer-of';
import { printWords } from '@/app/scenarios/[id]/offers/[offer]/print-words';
import { recordDocument } from '@/app/scenarios/[id]/offers/[offer]/record-document';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { toPdf } from '@/lib/print/to-pdf';
import { readOffer } from '@/lib/sign-offs/read-offer';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
}

/** The record of an offer as PDF, in all languages: `?lang=en|de|zh` first (default: the reader's). */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, offer: number } = await params;
  const offer = await readOffer(database(), actor, { scenario: id, offer: numberOf(number) });
  const language = await languageAsked(new URL(request.url).searchParams.get('lang'));
  const document = recordDocument(offer, await Promise.all(languagesFrom(language).map(printWords)));
  return new Response(await toPdf(document), { headers: { 'content-type': 'application/pdf', 'content-disposition': attachment(`${document.title}.pdf`), 'cache-control': 'no-store' } });
});
