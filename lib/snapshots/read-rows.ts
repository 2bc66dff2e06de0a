import { and, asc, desc, eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { offersIn } from '@/lib/db/offers-in';
import { peopleNamed } from '@/lib/db/people-named';
import { delegations } from '@/lib/db/schema/people';
import { snapshots } from '@/lib/db/schema/snapshots';
import { signersOf, type ChainedRecord } from '@/lib/db/sign-off-chain';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Offer } from '@/lib/domain/offers';
import type { Party, Snapshot } from './snapshot';

/**
 * A scenario's snapshots with their signatures, newest first; only that of `number` if it is given.
 * @param offers of the scenario, where they have been read already
 */
export async function readRows(db: Queryable, scenario: string, number?: number, offers?: readonly Offer<ChainedRecord>[]): Promise<Snapshot[]> {
  const rows = await db
    .select({
      number: snapshots.number,
      name: snapshots.name,
      kind: snapshots.kind,
      restores: snapshots.restores,
      hash: snapshots.hash,
      parties: snapshots.parties,
      createdBy: snapshots.createdBy,
      createdAt: snapshots.createdAt,
    })
    .from(snapshots)
    .where(and(eq(snapshots.scenarioId, scenario), number === undefined ? undefined : eq(snapshots.number, number)))
    .orderBy(desc(snapshots.number));
  if (rows.length === 0) return [];

  const ofScenario = offers ?? (await offersIn(db, [scenario])).get(scenario) ?? [];
  const counting = new Map(rows.map((row) => [row.number, countingOffer(ofScenario, row.number)]));
  const answers = [...counting.values()].flatMap((offer) => (offer ? [...offer.signatures.values(), ...offer.refusals.values()] : []));
  const signers = await signersOf(db, answers);
  const sides = await db.select().from(delegations).orderBy(asc(delegations.position), asc(delegations.code));
  const named = await peopleNamed(db, rows.flatMap(({ createdBy }) => createdBy ?? []));

  return rows.map((row): Snapshot => {
    const offer = counting.get(row.number);
    // what was signed of an offer that ended before all had signed leads to nothing
    const holds = offer && (offer.state === 'open' || offer.state === 'agreed') ? offer : undefined;
    // who signed did so for this delegation, whichever one he or she belongs to today
    const by = (record: ChainedRecord, delegation: string): NamedPerson => {
      const signer = signers.get(record.signer)!;
      return { id: signer.personId ?? signer.id, name: signer.name, delegation };
    };
    const parties = sides
      .filter(({ id }) => holds?.signatures.has(id) || row.parties.includes(id))
      .map(({ id, code, nameEn, nameDe, nameZh }): Party => {
        const signature = holds?.signatures.get(id);
        const refusal = holds?.refusals.get(id);
        return {
          id,
          code,
          name: { en: nameEn, de: nameDe, zh: nameZh },
          signed: signature ? { by: by(signature, code), at: signature.at } : null,
          declined: refusal ? { by: by(refusal, code), at: refusal.at, reason: refusal.reason ?? '' } : null,
        };
      });
    return {
      number: row.number,
      name: row.name,
      kind: row.kind,
      restores: row.restores,
      hash: row.hash,
      createdBy: row.createdBy === null ? null : named.get(row.createdBy)!,
      createdAt: row.createdAt.toISOString(),
      parties,
      agreed: offer?.state === 'agreed',
      offer: offer ? { number: offer.record?.position ?? null, state: offer.state } : null,
    };
  });
}

/** Of several offers of one snapshot: the one by which it was agreed, else the last. */
function countingOffer(offers: readonly Offer<ChainedRecord>[], snapshot: number): Offer<ChainedRecord> | undefined {
  const own = offers.filter((offer) => offer.snapshot === snapshot);
  return own.find(({ state }) => state === 'agreed') ?? own.at(-1);
}
