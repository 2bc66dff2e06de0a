import { createHash } from 'node:crypto';
import { textIn, type Language } from '@/lib/domain/languages';
import type { OfferState } from '@/lib/domain/offers';
import type { Actor } from '@/lib/policies/can';
import type { PrintDocument } from '@/lib/print/print-document';
import type { OfferNews } from '@/lib/sign-offs/read-offer-news';
import type { OfferView } from '@/lib/sign-offs/read-offer';
import { briefOf } from './brief-of';
import { printWords } from './print-words';

/** Everything on the page of an offer that may change while it is open, in one language. */
export interface OfferShown {
  /** Names this very answer (`etagOf`). */
  readonly etag: string;
  readonly news: OfferNews;
  readonly state: OfferState;
  readonly brief: PrintDocument;
  /** Name of the delegation for which the reader may answer; null if for none. */
  readonly answerFor: string | null;
  readonly deputies: readonly { readonly id: string; readonly name: string }[];
  readonly mayWithdraw: boolean;
  /** The latest record of the offer, in a sentence. */
  readonly latest: { readonly position: number; readonly words: string };
}

/** By which an answer is known: whoever has it needs no other one. */
export function etagOf(news: OfferNews, language: Language): string {
  return `"${createHash('sha256').update(JSON.stringify([news, language])).digest('base64url')}"`;
}

/**
 * What the page of an offer shows.
 * @param news read before `view`: what happens between the two is then noticed at the next question
 */
export async function offerShown(actor: Actor, news: OfferNews, view: OfferView, language: Language): Promise<OfferShown> {
  const words = await printWords(language);
  const { t } = words;
  const latest = view.records.at(-1)!;
  return {
    etag: etagOf(news, language),
    news,
    state: view.state,
    brief: await briefOf(actor, view, words),
    answerFor: view.may.answerFor && textIn(view.may.answerFor.name, language),
    deputies: view.may.name,
    mayWithdraw: view.may.withdraw,
    latest: {
      position: latest.position,
      words: t(`happened.${latest.kind}`, { name: latest.signer.name, delegation: latest.delegation ? textIn(latest.delegation.name, language) : '', named: latest.named?.name ?? '' }),
    },
  };
}
