import { eq, max } from 'drizzle-orm';
import * as Y from 'yjs';
import { audit } from '@/lib/db/audit';
import type { Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { partiesOf } from '@/lib/db/parties-of';
import { snapshots } from '@/lib/db/schema/snapshots';
import { canonicalJson, sha256Hex } from '@/lib/document/canonical';
import { projectScenario } from '@/lib/document/project-scenario';
import type { SnapshotKind } from './snapshot';

export interface FixedState {
  readonly scenario: string;
  readonly name: string;
  readonly kind: SnapshotKind;
  /** Of kind `before-restore`: the number of the version that is about to be restored. */
  readonly restores?: number;
  /** The document as the log tells it up to `seq`. */
  readonly doc: Y.Doc;
  readonly seq: number;
  /** Who fixes it; null: the system itself. */
  readonly person: string | null;
  readonly requestId: string;
}

/**
 * Writes a state of the document as the next version, with its audit entry and notification.
 * @param tx must hold the document's row (`lockDocument`), so that numbers have no gaps
 * @returns the number, and the hash of the content
 */
export async function fixSnapshot(tx: Transaction, { scenario, name, kind, restores, doc, seq, person, requestId }: FixedState): Promise<{ number: number; hash: string }> {
  const [last] = await tx.select({ number: max(snapshots.number) }).from(snapshots).where(eq(snapshots.scenarioId, scenario));
  const number = (last?.number ?? 0) + 1;
  const content = canonicalJson(projectScenario(doc));
  const hash = sha256Hex(content);
  await tx.insert(snapshots).values({
    scenarioId: scenario,
    number,
    name,
    kind,
    restores: restores ?? null,
    seq,
    state: Y.encodeStateAsUpdate(doc),
    content,
    hash,
    parties: await partiesOf(tx, scenario),
    requestId,
    createdBy: person,
  });
  await audit(tx, { person, verb: 'snapshot.create', scenario, subject: { number, name, kind, hash } });
  await notify(tx, { about: 'snapshots', scenario });
  return { number, hash };
}
