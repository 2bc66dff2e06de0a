import { and, eq, max } from 'drizzle-orm';
import * as Y from 'yjs';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { once } from '@/lib/db/once';
import { partiesOf } from '@/lib/db/parties-of';
import { isUuid, rightOf } from '@/lib/db/rights';
import { snapshots } from '@/lib/db/schema/snapshots';
import { canonicalJson, sha256Hex } from '@/lib/document/canonical';
import { projectScenario } from '@/lib/document/project-scenario';
import { AccordError } from '@/lib/domain/errors';
import { longestSnapshotName, statedText } from '@/lib/domain/stated-text';
import { lockDocument } from '@/lib/log/lock-document';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

export interface NewSnapshot {
  readonly scenario: string;
  readonly name: string;
  /** A uuid chosen for one press of "create": the same one again makes nothing new. */
  readonly requestId: string;
}

/**
 * Fixes all that has been committed so far as a numbered, named version that never changes. The document's row is locked
 * meanwhile, so that exactly one state belongs to the number, and numbers have no gaps.
 * @returns the number, and the hash of the content
 * @throws not-found, forbidden, empty-text, too-large
 */
export async function createSnapshot(db: Database, actor: Actor, input: NewSnapshot): Promise<{ number: number; hash: string }> {
  const { scenario, requestId } = input;
  const attempt = (): Promise<{ number: number; hash: string }> =>
    db.transaction(async (tx) => {
      requireCan(actor, 'snapshot.create', { right: await rightOf(tx, actor.id, scenario) });
      const name = statedText(input.name, longestSnapshotName);
      if (!isUuid(requestId)) throw new AccordError('bad-request');
      const { doc, seq } = await lockDocument(tx, scenario);

      const [earlier] = await tx
        .select({ scenario: snapshots.scenarioId, number: snapshots.number, hash: snapshots.hash })
        .from(snapshots)
        .where(and(eq(snapshots.createdBy, actor.id), eq(snapshots.requestId, requestId)));
      if (earlier && earlier.scenario !== scenario) throw new AccordError('bad-request');
      if (earlier) return { number: earlier.number, hash: earlier.hash };

      const [last] = await tx.select({ number: max(snapshots.number) }).from(snapshots).where(eq(snapshots.scenarioId, scenario));
      const number = (last?.number ?? 0) + 1;
      const content = canonicalJson(projectScenario(doc));
      const hash = sha256Hex(content);
      await tx.insert(snapshots).values({
        scenarioId: scenario,
        number,
        name,
        seq,
        state: Y.encodeStateAsUpdate(doc),
        content,
        hash,
        parties: await partiesOf(tx, scenario),
        requestId,
        createdBy: actor.id,
      });
      await audit(tx, { person: actor.id, verb: 'snapshot.create', scenario, subject: { number, name, hash } });
      await notify(tx, { about: 'snapshots', scenario });
      return { number, hash };
    });
  return once(attempt, 'snapshots_request');
}
