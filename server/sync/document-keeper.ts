import { ForeignClientError } from '@/lib/log/foreign-client-error';
import { mergeUpdates } from '@/lib/log/merge-updates';
import { applyRound, type Refuse } from './apply-round';
import type { Batch, Inbound } from './batch';
import type { Judge } from './gate';
import { PoisonedError, RoomDocument } from './room-document';
import type { RoomLog } from './room-log';
import type { Storage } from './storage';
import { namingFailures, StorageError } from './storage-error';

export interface KeeperParts {
  readonly log: RoomLog;
  readonly judge: Judge;
  readonly storage: Storage;
  readonly refuse: Refuse;
  readonly onTrouble: (what: string, error?: unknown) => void;
  /** Called with what was found in the log that nobody in the room has been told yet. */
  readonly onFound: (update: Uint8Array) => void;
}

/** Keeps a room's document and the log the same. Its methods are called one after the other, never two at a time. */
export class DocumentKeeper {
  document!: RoomDocument;
  /** Up to here the room has been told everything. */
  private told = 0;
  private readonly log: RoomLog;

  constructor(private readonly parts: KeeperParts) {
    this.log = namingFailures(parts.log);
  }

  /** Reads the document. @throws AccordError('not-found'), GaveUpError */
  async open(): Promise<void> {
    this.document = new RoomDocument(await this.parts.storage.insist(() => this.log.open()), this.parts.judge);
    this.told = this.document.seq;
    this.parts.storage.worked();
  }

  /**
   * Judges, applies and commits a round; repeats it from the stored state for as long as the commit fails. When it returns, the
   * document is as stored, and what the batch holds may be told.
   * @throws GaveUpError, AccordError('not-found'); anything else is a bug, which no further attempt would mend
   */
  async commit(round: readonly Inbound[]): Promise<Batch> {
    const { storage, refuse, onTrouble } = this.parts;
    for (;;) {
      try {
        const batch = await applyRound(round, this.document, { log: this.log, refuse, onTrouble });
        if (batch.entries.length > 0) await this.append(batch);
        storage.worked();
        this.told = this.document.seq;
        return batch;
      } catch (error) {
        if (error instanceof StorageError) await storage.failed(error);
        else if (error instanceof PoisonedError || error instanceof ForeignClientError) onTrouble(error.message, error);
        else throw error;
        await this.reload();
      }
    }
  }

  /** Reads what others have appended. @returns the end of the log, as far as it was read */
  async catchUp(): Promise<number> {
    const { storage, onFound } = this.parts;
    const added = this.document.applyLogged(await storage.insist(() => this.log.readAfter(this.document.seq)));
    storage.worked();
    this.told = this.document.seq;
    if (added) onFound(added);
    return this.document.seq;
  }

  private async append(batch: Batch): Promise<void> {
    const { storage } = this.parts;
    const { document, log } = this;
    const { firstSeq, lastSeq } = await storage.watch(log.append(batch.entries, document.confirmed));
    if (firstSeq > document.seq + 1) {
      const rows = await storage.insist(() => log.readAfter(document.seq, firstSeq - 1));
      const added = document.applyLogged(rows);
      if (added) batch.foreign.push(added);
    }
    document.committed(batch.entries, lastSeq);
  }

  /** Reads the document afresh: whether a commit has happened is for the log to say; the document here may hold more than it. */
  private async reload(): Promise<void> {
    const { judge, storage, onFound } = this.parts;
    const opened = await storage.insist(() => this.log.reopen());
    const missed = await storage.insist(() => this.log.readAfter(this.told, opened.seq));
    const { sinceCheckpoint } = this.document;
    this.document = new RoomDocument(opened, judge);
    this.document.sinceCheckpoint = sinceCheckpoint + missed.length;
    this.told = opened.seq;
    // Our own commit may be among them, so nobody has been told.
    if (missed.length > 0) onFound(mergeUpdates(missed.map((row) => row.update)));
  }
}
