import * as Y from 'yjs';
import type { LogEntry } from '@/lib/log/append-updates';
import { mergeUpdates } from '@/lib/log/merge-updates';
import type { LoggedUpdate } from '@/lib/log/read-updates-after';
import { isInOrder } from './check-order';
import { DocumentBounds } from './document-bounds';
import { judgeUpdate, type Accepted, type Judge, type Sender, type Verdict } from './gate';
import type { OpenedLog } from './room-log';

/** Applying an update failed although the gate had let it pass: the document is not to be trusted any more. */
export class PoisonedError extends Error {
  override readonly name = 'PoisonedError';
}

/**
 * A room's document: what the log says, and, while a commit is under way, what is being committed. `confirmed` are the client
 * ids that the log has given away, `owners` also those that the commit under way claims.
 */
export class RoomDocument {
  readonly doc: Y.Doc;
  seq: number;
  readonly epoch: number;
  readonly confirmed: Map<number, string | null>;
  readonly owners: Map<number, string | null>;
  readonly bounds: DocumentBounds;
  /** The number of updates since the newest checkpoint known here. */
  sinceCheckpoint = 0;
  private emitted: Uint8Array[] = [];

  constructor(
    { doc, seq, epoch, owners }: OpenedLog,
    private readonly judgement: Judge = judgeUpdate,
  ) {
    this.doc = doc;
    this.seq = seq;
    this.epoch = epoch;
    this.confirmed = owners;
    this.owners = new Map(owners);
    this.bounds = new DocumentBounds();
    doc.on('update', (update: Uint8Array) => this.emitted.push(update));
  }

  /** The gate's verdict, including the document's bounds. */
  judge(update: Uint8Array, sender: Sender): Verdict {
    const verdict = this.judgement(this.doc, update, sender, this.owners);
    if (verdict.outcome === 'accepted' && !this.bounds.allow(this.doc, update, verdict.growth))
      return { outcome: 'refused', reason: 'overBound', why: 'the document would exceed its bounds' };
    return verdict;
  }

  /**
   * Applies an accepted update.
   * @returns exactly what is new in it; null if nothing is
   * @throws PoisonedError
   */
  apply(update: Uint8Array, { overlaps, clientIds, growth }: Accepted): Uint8Array | null {
    const before = new Map(clientIds.map((clientId) => [clientId, Y.getState(this.doc.store, clientId)]));
    const added = this.integrate([overlaps ? Y.diffUpdate(update, Y.encodeStateVector(this.doc)) : update]);
    if (!isInOrder(this.doc, before)) throw new PoisonedError('an item does not stand where it says it was put');
    if (added) this.bounds.add(added, growth);
    return added;
  }

  /** Applies what others have appended. @returns what of it was new here; null if nothing was */
  applyLogged(rows: readonly LoggedUpdate[]): Uint8Array | null {
    const fresh = rows.filter((row) => row.seq > this.seq);
    const added = this.integrate(fresh.map((row) => row.update));
    for (const row of fresh) {
      this.seq = row.seq;
      this.sinceCheckpoint += 1;
      for (const clientId of row.clientIds) {
        this.owners.set(clientId, row.person);
        this.confirmed.set(clientId, row.person);
      }
    }
    return added;
  }

  /** What was applied has been committed. */
  committed(entries: readonly LogEntry[], lastSeq: number): void {
    this.seq = lastSeq;
    this.sinceCheckpoint += entries.length;
    for (const { person, clientIds } of entries) for (const clientId of clientIds) this.confirmed.set(clientId, person);
  }

  private integrate(updates: readonly Uint8Array[]): Uint8Array | null {
    this.emitted = [];
    try {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    } catch (error) {
      throw new PoisonedError('an update that the gate let pass could not be applied', { cause: error });
    }
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs || pendingDs) throw new PoisonedError('an update that the gate let pass lacks what it builds on');
    return this.emitted.length ? mergeUpdates(this.emitted) : null;
  }
}
