import { answer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { numberOf } from '@/app/api/scenarios/[id]/snapshots/[number]/number-of';
import { briefOf } from '@/app/scenarios/[id]/offers/[offer]/brief-of';
import { languageAsked } from '@/app/scenarios/[id]/offers/[offer]/offer-of';
import { printWords } from '@/app/scenarios/[id]/offers/[offer]/print-words';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { toPdf } from '@/lib/print/to-pdf';
import { readOffer } from '@/lib/sign-offs/read-offer';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
}

/** The signatory's brief as PDF, for clearance at home: `?lang=en|de|zh` (default: the reader's). */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, offer: number } = await params;
  const offer = await readOffer(database(), actor, { scenario: id, offer: numberOf(number) });
  const words = await printWords(await languageAsked(new URL(request.url).searchParams.get('lang')));
  const document = await briefOf(actor, offer, words);
  return new Response(await toPdf(document), { headers: { 'content-type': 'application/pdf', 'content-disposition': attachment(`${document.title}.pdf`), 'cache-control': 'no-store' } });
});
