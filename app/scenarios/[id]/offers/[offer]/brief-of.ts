import { listThreads } from '@/lib/comments/list-threads';
import { database } from '@/lib/db/client';
import type { Actor } from '@/lib/policies/can';
import { listPositions } from '@/lib/positions/list-positions';
import type { PrintDocument } from '@/lib/print/print-document';
import { pageRuler } from '@/lib/print/to-pdf';
import type { OfferView } from '@/lib/sign-offs/read-offer';
import { briefDocument } from './brief-document';
import type { PrintWords } from './print-words';

/** The brief of an offer as it stands now, for its page and for its PDF. */
export async function briefOf(actor: Actor, offer: OfferView, words: PrintWords): Promise<PrintDocument> {
  const address = process.env.NEXTAUTH_URL;
  if (!address) throw new Error('NEXTAUTH_URL is not set');
  const [positions, threads, ruler] = await Promise.all([listPositions(database(), actor, offer.scenario), listThreads(database(), actor, offer.scenario), pageRuler(words.language)]);
  return briefDocument({ offer, positions, threads, address }, words, ruler);
}
