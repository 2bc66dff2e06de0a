import type { AccordError } from '@/lib/domain/errors';
import type { CloseReason } from '@/lib/sync/close-codes';
import type { Connection } from './connection';
import { GaveUpError } from './storage';
import { Room, type RoomParts } from './room';

/** The open rooms of this process. */
export class Rooms {
  private readonly open = new Map<string, Room>();
  private closing = false;

  constructor(private readonly partsFor: (scenario: string) => Omit<RoomParts, 'onEnded'>) {}

  [Symbol.iterator](): IterableIterator<Room> {
    return this.open.values();
  }

  get(scenario: string): Room | undefined {
    return this.open.get(scenario);
  }

  /**
   * Leads a connection into its room, opening it if need be.
   * @param epoch the epoch of the client's local copy, if it said so
   * @returns the room, or why the connection can not enter
   */
  async enter(connection: Connection, epoch: number | null): Promise<Room | CloseReason> {
    if (this.closing) return 'goingAway';
    const room = this.open.get(connection.scenario) ?? this.create(connection.scenario);
    const giveUpPlace = room.reserve();
    try {
      await room.opened;
      if (room.ended) return 'tryAgainLater';
      if (epoch !== null && epoch !== room.epoch) return 'epochPassed';
      if (connection.isOpen) room.enter(connection);
      return room;
    } catch (error) {
      if ((error as AccordError).code === 'not-found') return 'notFound';
      return error instanceof GaveUpError ? 'tryAgainLater' : 'failed';
    } finally {
      giveUpPlace();
    }
  }

  /** Stores what is pending everywhere and closes every socket. */
  async close(reason: CloseReason): Promise<void> {
    this.closing = true;
    await Promise.all([...this.open.values()].map((room) => room.close(reason)));
  }

  private create(scenario: string): Room {
    const room = new Room({
      ...this.partsFor(scenario),
      onEnded: (ended) => {
        if (this.open.get(scenario) === ended) this.open.delete(scenario);
      },
    });
    this.open.set(scenario, room);
    return room;
  }
}
