import { asc } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { collectionsOf } from '@/lib/db/collections-of';
import { latestJudgements, latestPositions } from '@/lib/db/latest-positions';
import { partiesOf } from '@/lib/db/parties-of';
import { peopleNamed } from '@/lib/db/people-named';
import { rightOf } from '@/lib/db/rights';
import { delegations } from '@/lib/db/schema/people';
import { can, type Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import type { PositionList } from './position';

/**
 * What the delegations say of a scenario's items now. Whether it still belongs to the content follows from the hashes
 * (`standingOf`).
 * @throws not-found if there is no such scenario for this person
 */
export async function listPositions(db: Queryable, actor: Actor, scenario: string): Promise<PositionList> {
  const subject = { right: await rightOf(db, actor.id, scenario) };
  requireCan(actor, 'scenario.read', subject);
  const positions = await latestPositions(db, [scenario]);
  const judgements = await latestJudgements(db, [scenario]);
  const parties = new Set(await partiesOf(db, scenario));
  const speaking = new Set([...positions, ...judgements].map(({ delegationId }) => delegationId));
  const sides = (await db.select().from(delegations).orderBy(asc(delegations.position), asc(delegations.code))).filter(({ id }) => parties.has(id) || speaking.has(id));
  const named = await peopleNamed(
    db,
    [...positions, ...judgements].map(({ personId }) => personId),
  );
  // the speaker spoke for this delegation, whichever one he or she belongs to today
  const codes = new Map(sides.map(({ id, code }) => [id, code]));
  const said = ({ item, delegationId, personId, hash, at }: { item: string; delegationId: string; personId: string; hash: string; at: Date }) => ({
    item,
    delegation: delegationId,
    hash,
    by: { ...named.get(personId)!, delegation: codes.get(delegationId)! },
    at: at.toISOString(),
  });
  return {
    sides: sides.map(({ id, code, nameEn, nameDe, nameZh }) => ({ id, code, name: { en: nameEn, de: nameDe, zh: nameZh }, takesPart: parties.has(id) })),
    positions: positions.flatMap((row) => (row.stance ? [{ ...said(row), stance: row.stance, note: row.note }] : [])),
    judgements: judgements.flatMap((row) => (row.change ? [{ ...said(row), change: row.change, reason: row.reason }] : [])),
    authentic: (await collectionsOf(db, [scenario])).get(scenario)?.authenticLanguages ?? null,
    may: { speakFor: can(actor, 'position.set', subject) ? actor.delegationId : null },
  };
}
