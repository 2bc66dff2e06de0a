import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { requirePerson } from '@/app/session';
import { unlessMissing } from '@/app/unless-missing';
import { database } from '@/lib/db/client';
import { isLanguage, type Language } from '@/lib/domain/languages';
import { versionNumber } from '@/lib/domain/version-number';
import { readOffer, type OfferView } from '@/lib/sign-offs/read-offer';
import { readOfferNews, type OfferNews } from '@/lib/sign-offs/read-offer-news';
import type { Actor } from '@/lib/policies/can';

/** The offer that a page is about, for whoever may read it; read once a request. Who is not signed in is led to the sign-in page. */
export const offerOf = cache(async (id: string, offer: string, page: '' | '/record'): Promise<{ readonly view: OfferView; readonly news: OfferNews; readonly actor: Actor }> => {
  const { actor } = await requirePerson(`/scenarios/${encodeURIComponent(id)}/offers/${encodeURIComponent(offer)}${page}`);
  const number = versionNumber(offer);
  if (number === null) notFound();
  const asked = { scenario: id, offer: number };
  const news = await unlessMissing(readOfferNews(database(), actor, asked));
  return { view: await unlessMissing(readOffer(database(), actor, asked)), news, actor };
});

/** `?lang=en|de|zh`, else the reader's language. */
export async function languageAsked(lang: string | string[] | null | undefined): Promise<Language> {
  const locale = await getLocale();
  return isLanguage(lang) ? lang : isLanguage(locale) ? locale : 'en';
}
