import { and, eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { once } from '@/lib/db/once';
import { requireOpen } from '@/lib/db/require-open';
import { isUuid, rightOf } from '@/lib/db/rights';
import { snapshots } from '@/lib/db/schema/snapshots';
import { canonicalJson } from '@/lib/document/canonical';
import { projectScenario } from '@/lib/document/project-scenario';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import { appendEdit } from '@/lib/log/append-edit';
import { lockDocument } from '@/lib/log/lock-document';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { fixSnapshot } from './fix-snapshot';
import { isSnapshotNumber } from './read-snapshot';
import { restoreContent } from './restore/restore-content';

export interface Restoration {
  readonly scenario: string;
  /** The version whose content is to stand again. */
  readonly number: number;
  /** A uuid chosen for one press of "restore": the same one again restores nothing more. */
  readonly requestId: string;
}

/**
 * Makes the live text say again what a version says: an edit of the actor's, as small as possible, appended to the log like
 * anybody's typing, so that others keep working and keep their undo. What stood before is fixed as a version first. The
 * document's row is locked meanwhile: right after the edit the content is the version's, to the byte of its canonical JSON.
 * @returns the number of the version that holds what stood before; null if nothing differed and nothing was done
 * @throws not-found (scenario or version), forbidden, bad-request; frozen or presenter-edits while editing is closed to the person; over-bound if the document can hold no more
 */
export async function restoreSnapshot(db: Database, actor: Actor, input: Restoration): Promise<{ before: number | null }> {
  const { scenario, number, requestId } = input;
  const attempt = (): Promise<{ before: number | null }> =>
    db.transaction(async (tx) => {
      requireCan(actor, 'snapshot.restore', { right: await rightOf(tx, actor.id, scenario) });
      if (!isUuid(requestId)) throw new AccordError('bad-request');
      if (!isSnapshotNumber(number)) throw new AccordError('not-found');
      const { doc, seq } = await lockDocument(tx, scenario);
      await requireOpen(tx, scenario, actor.id);

      const [earlier] = await tx
        .select({ scenario: snapshots.scenarioId, number: snapshots.number, restores: snapshots.restores })
        .from(snapshots)
        .where(and(eq(snapshots.createdBy, actor.id), eq(snapshots.requestId, requestId)));
      if (earlier && (earlier.scenario !== scenario || earlier.restores !== number)) throw requestUsed();
      if (earlier) return { before: earlier.number };

      const [version] = await tx
        .select({ state: snapshots.state })
        .from(snapshots)
        .where(and(eq(snapshots.scenarioId, scenario), eq(snapshots.number, number)));
      if (!version) throw new AccordError('not-found');
      const wanted = new Y.Doc();
      Y.applyUpdate(wanted, version.state);
      const content = canonicalJson(projectScenario(wanted));
      if (canonicalJson(projectScenario(doc)) === content) return { before: null };

      const before = await fixSnapshot(tx, { scenario, name: `← ${number}`, kind: 'before-restore', restores: number, doc, seq, person: actor.id, requestId });
      const { content: restored } = await appendEdit(tx, { scenario, person: actor.id, doc, edit: () => restoreContent(doc, wanted) });
      if (canonicalJson(restored) !== content) throw new Error(`version ${number} of scenario ${scenario} could not be restored exactly`);
      await audit(tx, { person: actor.id, verb: 'snapshot.restore', scenario, subject: { number, before: before.number } });
      return { before: before.number };
    });
  return once(attempt, 'snapshots_request');
}
