import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { delegations } from '@/lib/db/schema/people';
import { signOffs, snapshots } from '@/lib/db/schema/snapshots';
import { isAgreed } from '@/lib/domain/agreement';
import type { Party, Snapshot } from './snapshot';

/** A scenario's snapshots with their signatures, newest first; only that of `number` if it is given. */
export async function readRows(db: Queryable, scenario: string, number?: number): Promise<Snapshot[]> {
  const rows = await db
    .select({
      id: snapshots.id,
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

  const signatures = await db.select().from(signOffs).where(
    inArray(
      signOffs.snapshotId,
      rows.map(({ id }) => id),
    ),
  );
  const sides = await db.select().from(delegations).orderBy(asc(delegations.position), asc(delegations.code));
  const named = await peopleNamed(db, [...rows.flatMap(({ createdBy }) => createdBy ?? []), ...signatures.map(({ signerId }) => signerId)]);

  return rows.map((row) => {
    const own = new Map(signatures.filter(({ snapshotId }) => snapshotId === row.id).map((signature) => [signature.delegationId, signature]));
    const parties = sides
      .filter(({ id }) => own.has(id) || row.parties.includes(id))
      .map(({ id, code, nameEn, nameDe, nameZh }): Party => {
        const signature = own.get(id);
        // the signer signed for this delegation, whichever one he or she belongs to today
        const signed = signature && { by: { ...named.get(signature.signerId)!, delegation: code }, at: signature.signedAt.toISOString() };
        return { id, code, name: { en: nameEn, de: nameDe, zh: nameZh }, signed: signed ?? null };
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
      agreed: isAgreed({ parties: row.parties, signedBy: [...own.keys()] }),
    };
  });
}
