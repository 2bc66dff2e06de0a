import { answer } from '@/app/api/answer';
import { numberOf } from '@/app/api/scenarios/[id]/snapshots/[number]/number-of';
import { languageAsked } from '@/app/scenarios/[id]/offers/[offer]/offer-of';
import { etagOf, offerShown } from '@/app/scenarios/[id]/offers/[offer]/offer-shown';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { readOffer } from '@/lib/sign-offs/read-offer';
import { readOfferNews } from '@/lib/sign-offs/read-offer-news';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
}

/**
 * What the page of an offer shows, in `?lang=en|de|zh` (default: the reader's). Open pages ask every second: whoever has this very
 * answer already is told so in a line, before the brief is made.
 */
export const GET = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, offer: asked } = await params;
  const offer = { scenario: id, offer: numberOf(asked) };
  const language = await languageAsked(new URL(request.url).searchParams.get('lang'));
  const news = await readOfferNews(database(), actor, offer);
  const etag = etagOf(news, language);
  const headers = { etag, 'cache-control': 'no-store' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return Response.json(await offerShown(actor, news, await readOffer(database(), actor, offer), language), { headers });
});
