import type { Database } from '@/lib/db/client';
import { appendUpdates, type LogEntry } from '@/lib/log/append-updates';
import { clientOwners } from '@/lib/log/client-owners';
import { lockDocument } from '@/lib/log/lock-document';
import { readDocument, type LoggedDocument } from '@/lib/log/read-document';
import { readUpdatesAfter, type LoggedUpdate } from '@/lib/log/read-updates-after';
import { writeCheckpoint, type Checkpoint } from '@/lib/log/write-checkpoint';

/** What a room wants of the log; a seam for tests that make it fail. */
export interface RoomLog {
  open(): Promise<OpenedLog>;
  /**
   * Like `open`, but waits for whoever is appending: what is read decides whether a commit of unknown outcome has happened.
   */
  reopen(): Promise<OpenedLog>;
  append(entries: readonly LogEntry[], known: ReadonlyMap<number, string | null>): Promise<{ firstSeq: number; lastSeq: number }>;
  readAfter(seq: number, last?: number): Promise<LoggedUpdate[]>;
  checkpoint(checkpoint: Checkpoint): Promise<void>;
}

export interface OpenedLog extends LoggedDocument {
  readonly owners: Map<number, string | null>;
}

/** The log of one scenario in Postgres. */
export function roomLog(db: Database, scenario: string): RoomLog {
  return {
    async open() {
      const document = await readDocument(db, scenario);
      return { ...document, owners: await clientOwners(db, scenario) };
    },
    reopen: () =>
      db.transaction(async (tx) => {
        const document = await lockDocument(tx, scenario);
        return { ...document, owners: await clientOwners(tx, scenario) };
      }),
    append: (entries, known) => db.transaction((tx) => appendUpdates(tx, scenario, entries, known)),
    readAfter: (seq, last) => readUpdatesAfter(db, scenario, seq, last),
    checkpoint: (checkpoint) => writeCheckpoint(db, scenario, checkpoint),
  };
}
