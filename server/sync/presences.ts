import { personPalette } from '@/lib/sync/person-color';
import { parseJson } from './decode-update';
import { ByteReader, MalformedError } from './byte-reader';
import type { Connection } from './connection';
import { encodeAwareness, type PresenceEntry } from './encode-frame';
import type { SyncLimits } from './limits';

/** What one client shows of itself. */
interface Shown {
  connection: Connection;
  /** The client's own clock; entries that are not newer are echoes. */
  clock: number;
  /** The clock under which the others last heard of it. */
  told: number;
  state: Readonly<Record<string, unknown>>;
  at: number;
}

/** A client id that has gone: only its person may come back under it, and only by a later connection. */
interface Departed {
  readonly person: string;
  readonly told: number;
  readonly at: number;
}

const departedAtMost = 1_000;

/**
 * Who is in a room and what they show (awareness): never stored, held only as long as the socket that showed it is open.
 * The others hear of a client under clocks that the server gives, which only ever rise, also over its restarts: so a client
 * that comes back is seen at once, whatever clock it had. See PROTOCOL.md, rules 40–46.
 */
export class Presences {
  private readonly shown = new Map<number, Shown>();
  private readonly departed = new Map<number, Departed>();
  private readonly changed = new Set<number>();
  private readonly colorOf = personPalette();

  private pause: NodeJS.Timeout | null = null;

  /**
   * @param audience the sockets in the room
   * @param ownerOf to whom one of the document's client ids belongs
   */
  constructor(
    private readonly audience: ReadonlySet<Connection>,
    private readonly ownerOf: (clientId: number) => string | null | undefined,
    private readonly limits: Pick<SyncLimits, 'presencesPerSocket' | 'presenceEvery'>,
  ) {}

  /**
   * Takes in what a socket says of itself; what it says of others is dropped in silence.
   * @throws MalformedError
   */
  receive(connection: Connection, update: Uint8Array): void {
    const entries = decodeAwareness(update);
    for (const { clientId, clock, state } of entries) this.receiveEntry(connection, clientId, clock, state);
    this.tell();
  }

  private receiveEntry(connection: Connection, clientId: number, clock: number, state: Readonly<Record<string, unknown>> | null): void {
    const shown = this.shown.get(clientId);
    if (!shown || shown.connection !== connection) {
      if (state === null || !this.mayClaim(connection, clientId, shown)) return;
      const told = Math.max(shown?.told ?? 0, this.departed.get(clientId)?.told ?? 0);
      this.departed.delete(clientId);
      this.shown.set(clientId, { connection, clock, told, state, at: Date.now() });
      this.changed.add(clientId);
      return;
    }
    if (clock < shown.clock || (clock === shown.clock && state !== null)) return;
    if (state === null) return this.remove(clientId, shown);
    Object.assign(shown, { clock, state, at: Date.now() });
    this.changed.add(clientId);
  }

  /**
   * A client id is free, or comes back by a new connection of its person. Plain clients send on whatever they hear of
   * others; since that can arrive after the other has gone, nobody else may take up an id that was in use.
   */
  private mayClaim(connection: Connection, clientId: number, shown: Shown | undefined): boolean {
    const owner = this.ownerOf(clientId);
    if (owner !== undefined && owner !== connection.person.id) return false;
    if (shown) return shown.connection.person.id === connection.person.id && shown.connection.heardAt < connection.openedAt;
    const departed = this.departed.get(clientId);
    if (departed && (departed.person !== connection.person.id || connection.openedAt < departed.at)) return false;
    let held = 0;
    for (const other of this.shown.values()) if (other.connection === connection) held++;
    return held < this.limits.presencesPerSocket;
  }

  private remove(clientId: number, { connection, told }: Shown): void {
    this.shown.delete(clientId);
    this.changed.add(clientId);
    this.departed.set(clientId, { person: connection.person.id, told, at: Date.now() });
    for (const oldest of this.departed.keys()) {
      if (this.departed.size <= departedAtMost) break;
      if (!this.changed.has(oldest)) this.departed.delete(oldest);
      else break;
    }
  }

  /** Removes what a closed socket showed. */
  leave(connection: Connection): void {
    for (const [clientId, shown] of this.shown) if (shown.connection === connection) this.remove(clientId, shown);
    this.tell();
  }

  /** Has the others hear of a connection's person again, whose name or delegation has changed. */
  restamp(connection: Connection): void {
    for (const [clientId, shown] of this.shown) if (shown.connection === connection) this.changed.add(clientId);
    this.tell();
  }

  /** Has the others hear again of those whose tab sleeps: who is connected is here, and must not time out. */
  refresh(olderThan: number): void {
    const before = Date.now() - olderThan;
    for (const [clientId, shown] of this.shown) {
      if (shown.at >= before) continue;
      shown.at = Date.now();
      this.changed.add(clientId);
    }
    this.tell();
  }

  stop(): void {
    if (this.pause) clearTimeout(this.pause);
    this.pause = null;
  }

  /** Tells everybody at once what has changed, then not again for a moment. */
  private tell(): void {
    if (this.pause || this.changed.size === 0) return;
    this.tellNow();
    this.pause = setTimeout(() => {
      this.pause = null;
      this.tell();
    }, this.limits.presenceEvery);
  }

  /** Nobody hears of themselves. */
  private tellNow(): void {
    const entries: (PresenceEntry & { readonly from: Connection | null })[] = [];
    for (const clientId of this.changed) {
      const shown = this.shown.get(clientId);
      const departed = this.departed.get(clientId);
      const told = Math.max((shown ?? departed)?.told ?? 0, Date.now() - 1) + 1;
      if (shown) shown.told = told;
      else if (departed) this.departed.set(clientId, { ...departed, told });
      entries.push({ clientId, clock: told, state: shown ? this.stamped(shown) : 'null', from: shown?.connection ?? null });
    }
    this.changed.clear();
    const speakers = new Set(entries.map((entry) => entry.from));
    const forAll = encodeAwareness(entries);
    for (const connection of this.audience) {
      if (!speakers.has(connection)) connection.send(forAll);
      else {
        const others = entries.filter((entry) => entry.from !== connection);
        if (others.length > 0) connection.send(encodeAwareness(others));
      }
    }
  }

  /** Everybody else, for somebody who has just come or asks; null if there is nobody. */
  others(connection: Connection): Uint8Array | null {
    const entries: PresenceEntry[] = [];
    for (const [clientId, shown] of this.shown)
      if (shown.connection !== connection && shown.told > 0) entries.push({ clientId, clock: shown.told, state: this.stamped(shown) });
    return entries.length ? encodeAwareness(entries) : null;
  }

  /** The state as the others get it: who it is of is said by the server, not by the client. */
  private stamped({ state, connection }: Shown): string {
    const { id, name, delegation } = connection.person;
    return JSON.stringify({ ...state, user: { id, name, delegation, color: this.colorOf(id) } });
  }
}

interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: Readonly<Record<string, unknown>> | null;
}

/**
 * Reads an awareness update (y-protocols, `encodeAwarenessUpdate`).
 * @throws MalformedError
 */
export function decodeAwareness(update: Uint8Array): AwarenessEntry[] {
  const reader = new ByteReader(update);
  const entries: AwarenessEntry[] = [];
  for (let count = reader.varUint(); count > 0; count--) {
    const clientId = reader.varUint();
    const clock = reader.varUint();
    const state = parseJson(reader.varString());
    if (typeof state !== 'object' || Array.isArray(state)) throw new MalformedError('a presence that is no object');
    entries.push({ clientId, clock, state: state as Readonly<Record<string, unknown>> | null });
  }
  reader.end();
  return entries;
}
