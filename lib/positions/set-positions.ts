import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { positions } from '@/lib/db/schema/positions';
import { AccordError } from '@/lib/domain/errors';
import { longestNote, type Stance } from '@/lib/domain/positions';
import { optionalText, statedText } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { findRequest } from './find-request';
import { itemsSpokenOf } from './items-spoken-of';
import type { Recorded } from './position';
import { requireSpeaker } from './require-speaker';

export interface NewPositions {
  readonly scenario: string;
  readonly stance: Stance;
  /** A reservation says what it is about; for other stances it may be empty. The same for all items. */
  readonly note: string;
  /** The items with the hashes that the speaker was shown; each item once. */
  readonly items: readonly { readonly name: string; readonly hash: string }[];
  /** A uuid chosen for one press: the same one again says nothing new. */
  readonly requestId: string;
}

/** More items than a scenario can have. */
export const mostItems = 3_000;

/**
 * Says for the actor's delegation what it thinks of one or several items. Each item counts by itself: what somebody has
 * changed since the speaker saw it is refused and named, the rest is recorded, so that a sweep through a long table in a
 * meeting does not fail because of one word that was just mended.
 * @throws not-found (scenario, or if none of the items exists), not-a-speaker, forbidden, bad-request, empty-text (a
 *   reservation without words), too-large; item-changed if there is nothing to record, since all has moved on
 */
export async function setPositions(db: Database, actor: Actor, input: NewPositions): Promise<Recorded> {
  const { scenario, stance, items, requestId } = input;
  return db.transaction(async (tx) => {
    const delegation = await requireSpeaker(tx, actor, 'position.set', scenario);
    const note = (stance === 'reservation' ? statedText : optionalText)(input.note, longestNote);
    if (items.length === 0 || items.length > mostItems || new Set(items.map(({ name }) => name)).size < items.length) throw new AccordError('bad-request');

    const { items: found, seq } = await itemsSpokenOf(tx, scenario);
    const current = new Map(found.map(({ name, hash }) => [name, hash]));
    const refusal = (name: string): Recorded['refused'][number] => ({ item: name, reason: current.has(name) ? 'item-changed' : 'not-found' });

    const sent = new Map(items.map(({ name, hash }) => [name, hash]));
    const earlier = await findRequest(tx, positions, { person: actor.id, requestId, scenario }, (row) => row.stance === stance && row.note === note && sent.get(row.item) === row.hash);
    if (earlier.length) return { taken: earlier, refused: items.filter(({ name }) => !earlier.includes(name)).map(({ name }) => refusal(name)) };

    const taken = items.filter(({ name, hash }) => current.get(name) === hash);
    const refused = items.filter(({ name, hash }) => current.get(name) !== hash).map(({ name }) => refusal(name));
    if (taken.length === 0) throw new AccordError(refused.some(({ reason }) => reason === 'item-changed') ? 'item-changed' : 'not-found');
    await tx
      .insert(positions)
      .values(taken.map(({ name, hash }) => ({ scenarioId: scenario, item: name, delegationId: delegation, personId: actor.id, stance, note, hash, seq, requestId })));
    await audit(tx, { person: actor.id, verb: 'position.set', scenario, subject: { delegation, stance, request: requestId, items: taken.map(({ name }) => name) } });
    await notify(tx, { about: 'positions', scenario });
    return { taken: taken.map(({ name }) => name), refused };
  });
}
