import { mergeUpdates } from '@/lib/log/merge-updates';
import type { LogEntry } from '@/lib/log/append-updates';
import type { Connection } from './connection';
import type { Frame } from './decode-frame';

/** Something that waits in a room's inbox: a frame, or somebody who has come and wants to be greeted. */
export interface Inbound {
  readonly connection: Connection;
  readonly frame: Exclude<Frame, { kind: 'awareness' | 'query-awareness' }> | { readonly kind: 'arrival' };
  readonly bytes: number;
}

/**
 * What one round of a room comes to: what has to be committed, and what may be said afterwards. Built anew when the round has
 * to be repeated, so nothing of it takes effect before the commit.
 */
export class Batch {
  readonly senders = new Set<Connection>();
  readonly arrivals: Connection[] = [];
  /** Everybody's latest question for the document. */
  readonly questions = new Map<Connection, Uint8Array>();
  readonly acknowledgements: { readonly connection: Connection; readonly frame: Uint8Array }[] = [];
  /** Who has a gap now, where that has changed or was found again. */
  readonly gaps = new Map<Connection, 'found' | 'found-in-answer' | 'filled'>();
  /** What was found in the log on the way, written by others. */
  readonly foreign: Uint8Array[] = [];
  private merged: LogEntry[] | null = null;
  private readonly runs: { readonly person: string; readonly clientIds: Set<number>; readonly updates: Uint8Array[] }[] = [];

  add(connection: Connection, clientIds: readonly number[], update: Uint8Array): void {
    this.senders.add(connection);
    let run = this.runs.at(-1);
    if (run?.person !== connection.person.id) {
      run = { person: connection.person.id, clientIds: new Set(), updates: [] };
      this.runs.push(run);
    }
    for (const clientId of clientIds) run.clientIds.add(clientId);
    run.updates.push(update);
  }

  hasGap(connection: Connection): boolean {
    const gap = this.gaps.get(connection);
    return gap ? gap !== 'filled' : connection.gap;
  }

  /** One entry for each stretch of one person's updates: merging further would put an update before one that it builds on. */
  get entries(): readonly LogEntry[] {
    this.merged ??= this.runs.map(({ person, clientIds, updates }) => ({ person, clientIds: [...clientIds], update: mergeUpdates(updates) }));
    return this.merged;
  }
}
