import { AccordError } from '@/lib/domain/errors';
import { ForeignClientError } from '@/lib/log/foreign-client-error';
import { mergeUpdates } from '@/lib/log/merge-updates';
import { applyRound, type Refuse } from './apply-round';
import type { Batch, Inbound } from './batch';
import { PoisonedError, RoomDocument } from './room-document';
import type { RoomLog } from './room-log';
import { GaveUpError, type Storage } from './storage';

export interface KeeperParts {
  readonly log: RoomLog;
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

  constructor(private readonly parts: KeeperParts) {}

  /** Reads the document. @throws AccordError('not-found'), GaveUpError */
  async open(): Promise<void> {
    this.document = new RoomDocument(await this.parts.storage.insist(() => this.parts.log.open(), isFinal));
    this.told = this.document.seq;
    this.parts.storage.worked();
  }

  /**
   * Judges, applies and commits a round; repeats it from the stored state for as long as the commit fails. When it returns, the
   * document is as stored, and what the batch holds may be told.
   * @throws GaveUpError, AccordError('not-found')
   */
  async commit(round: readonly Inbound[]): Promise<Batch> {
    const { log, storage, refuse, onTrouble } = this.parts;
    for (;;) {
      try {
        const batch = await applyRound(round, this.document, log, refuse);
        if (batch.entries.length > 0) await this.append(batch);
        storage.worked();
        this.told = this.document.seq;
        return batch;
      } catch (error) {
        if (error instanceof GaveUpError || isNotFound(error)) throw error;
        if (error instanceof PoisonedError || error instanceof ForeignClientError) onTrouble(error.message, error);
        else await storage.failed(error);
        await this.reload();
      }
    }
  }

  /** Reads what others have appended. @returns the end of the log, as far as it was read */
  async catchUp(): Promise<number> {
    const { log, storage, onFound } = this.parts;
    const added = await storage.insist(async () => this.document.applyLogged(await log.readAfter(this.document.seq)), isFinal);
    storage.worked();
    this.told = this.document.seq;
    if (added) onFound(added);
    return this.document.seq;
  }

  private async append(batch: Batch): Promise<void> {
    const { log, storage } = this.parts;
    const { document } = this;
    const { firstSeq, lastSeq } = await storage.watch(log.append(batch.entries, document.confirmed));
    if (firstSeq > document.seq + 1) {
      const rows = await storage.insist(() => log.readAfter(document.seq, firstSeq - 1), isFinal);
      const added = document.applyLogged(rows);
      if (added) batch.foreign.push(added);
    }
    document.committed(batch.entries, lastSeq);
  }

  /** Reads the document afresh: whether a commit has happened is for the log to say; the document here may hold more than it. */
  private async reload(): Promise<void> {
    const { log, storage, onFound } = this.parts;
    const opened = await storage.insist(() => log.reopen(), isFinal);
    const missed = await storage.insist(() => log.readAfter(this.told, opened.seq), isFinal);
    const { sinceCheckpoint } = this.document;
    this.document = new RoomDocument(opened);
    this.document.sinceCheckpoint = sinceCheckpoint + missed.length;
    this.told = opened.seq;
    // Our own commit may be among them, so nobody has been told.
    if (missed.length > 0) onFound(mergeUpdates(missed.map((row) => row.update)));
  }
}

export const isNotFound = (error: unknown): boolean => error instanceof AccordError && error.code === 'not-found';
/** True for what does not get better by trying again. */
const isFinal = (error: unknown): boolean => isNotFound(error) || error instanceof PoisonedError;
