import { and, asc, eq } from 'drizzle-orm';
import type { Database, Queryable } from '@/lib/db/client';
import { offersIn } from '@/lib/db/offers-in';
import { rightOf } from '@/lib/db/rights';
import { delegations } from '@/lib/db/schema/people';
import { snapshots } from '@/lib/db/schema/snapshots';
import { chainHead, signersOf, type ChainedRecord, type ChainHead } from '@/lib/db/sign-off-chain';
import { readCanonicalJson } from '@/lib/document/canonical';
import type { Delegation } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import type { Language } from '@/lib/domain/languages';
import { lastAgreed, type OfferState } from '@/lib/domain/offers';
import type { Scenario } from '@/lib/domain/scenario';
import type { Office, RecordKind } from '@/lib/domain/sign-off-record';
import { can, type Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { deputiesFor } from './deputies-for';
import { mandateOf } from './mandate-of';
import { offerNumbered } from './signing-context';

/** Who acted, as it was then. */
export interface ShownSigner {
  readonly name: string;
  readonly office: Office;
  readonly function: string;
  /** Code of the person's delegation then. */
  readonly delegation: string | null;
}

/** A record as it is shown to people. */
export interface ShownRecord {
  readonly position: number;
  readonly hash: string;
  readonly kind: RecordKind;
  readonly at: string;
  readonly signer: ShownSigner;
  /** For whom the signer acted; null for a facilitator. */
  readonly delegation: Delegation | null;
  readonly named: ShownSigner | null;
  readonly reason: string | null;
}

/** An offer with all that one has to know before signing it, and all that has happened to it. */
export interface OfferView {
  /** Position of the offer in the chain. */
  readonly number: number;
  readonly scenario: string;
  readonly state: OfferState;
  readonly snapshot: { readonly number: number; readonly name: string; readonly hash: string; readonly at: string; readonly content: Scenario };
  /** The version that had been agreed when this one was offered; null if none had. */
  readonly before: { readonly number: number; readonly content: Scenario } | null;
  /** Every record of the offer, in order: the offer itself first. */
  readonly records: readonly ShownRecord[];
  /** The delegations that have to sign, or have signed, in their fixed order. */
  readonly parties: readonly Delegation[];
  /** The languages in which the wording was binding when it was offered; null: the record does not say. */
  readonly authentic: readonly Language[] | null;
  /** The end of the chain at the moment of which all the rest is. */
  readonly head: ChainHead;
  readonly may: {
    /** The delegation for which the reader may sign or decline now; null if for none. */
    readonly answerFor: Delegation | null;
    readonly withdraw: boolean;
    /** Whom the reader may name a deputy. */
    readonly name: readonly { readonly id: string; readonly name: string }[];
  };
}

interface OfferPlace {
  readonly scenario: string;
  /** Position of the offer in the chain. */
  readonly offer: number;
}

/**
 * An offer as it is at one moment: the head that is printed below the records is that of the chain of which they are shown.
 * @throws not-found
 */
export async function readOffer(db: Database, actor: Actor, place: OfferPlace): Promise<OfferView> {
  return db.transaction((tx) => read(tx, actor, place), { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function read(db: Queryable, actor: Actor, { scenario, offer: number }: OfferPlace): Promise<OfferView> {
  const right = await rightOf(db, actor.id, scenario);
  requireCan(actor, 'scenario.read', { right });
  const offers = (await offersIn(db, [scenario])).get(scenario) ?? [];
  const offer = offerNumbered(offers, number);
  const earlier = lastAgreed(offers.filter(({ completed }) => completed !== null && completed < number));
  const fixed = await contentOf(db, scenario, offer.snapshot);
  const sides = (await db.select().from(delegations).orderBy(asc(delegations.position), asc(delegations.code))).map(
    ({ id, code, nameEn, nameDe, nameZh }): Delegation => ({ id, code, name: { en: nameEn, de: nameDe, zh: nameZh } }),
  );
  const side = (id: string | null): Delegation | null => sides.find((candidate) => candidate.id === id) ?? null;

  const records = [offer.record, ...offer.answers];
  const signers = await signersOf(db, records);
  const shown = (id: string): ShownSigner => {
    const { name, office, function: said, delegation } = signers.get(id)!;
    return { name, office, function: said, delegation };
  };
  const mandate = offer.state === 'open' ? await mandateOf(db, actor, right, offer) : null;
  const answerFor = mandate && !offer.signatures.has(mandate.delegation) ? mandate.delegation : null;
  return {
    number,
    scenario,
    state: offer.state,
    snapshot: { number: offer.snapshot, name: fixed.name, hash: offer.content, at: fixed.createdAt.toISOString(), content: readCanonicalJson(fixed.content) },
    before: earlier ? { number: earlier.snapshot, content: readCanonicalJson((await contentOf(db, scenario, earlier.snapshot)).content) } : null,
    records: records.map((record: ChainedRecord): ShownRecord => ({
      position: record.position,
      hash: record.hash,
      kind: record.kind,
      at: record.at,
      signer: shown(record.signer),
      delegation: side(record.delegation),
      named: record.named === null ? null : shown(record.named),
      reason: record.reason,
    })),
    parties: sides.filter(({ id }) => fixed.parties.includes(id) || offer.signatures.has(id)),
    authentic: offer.record.authentic ?? null,
    head: await chainHead(db),
    may: {
      answerFor: side(answerFor),
      withdraw: offer.state === 'open' && can(actor, 'snapshot.offer', { right }),
      name: answerFor !== null && mandate?.deputy === null ? await deputiesFor(db, scenario, answerFor, actor.id) : [],
    },
  };
}

async function contentOf(db: Queryable, scenario: string, number: number) {
  const [row] = await db
    .select({ name: snapshots.name, content: snapshots.content, createdAt: snapshots.createdAt, parties: snapshots.parties })
    .from(snapshots)
    .where(and(eq(snapshots.scenarioId, scenario), eq(snapshots.number, number)));
  if (!row) throw new AccordError('not-found');
  return row;
}
