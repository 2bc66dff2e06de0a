import type { WebSocket } from 'ws';
import { closeSocket } from './connection';
import type { SyncLimits } from './limits';

/**
 * The sockets that have been accepted, but are in no room: their people are being looked up, or they are being told why they
 * may not come in. Anybody can open those, signed in or not, so their number and their time are bounded.
 */
export class Doorstep {
  private readonly waiting = new Set<WebSocket>();

  constructor(private readonly limits: Pick<SyncLimits, 'doorstepSockets' | 'admittedWithin'>) {}

  get isFull(): boolean {
    return this.waiting.size >= this.limits.doorstepSockets;
  }

  /**
   * A socket has come. It counts until it is let in or closed, and is sent away (to try again) if neither happens in time.
   * @returns lets it in
   */
  wait(socket: WebSocket): () => void {
    this.waiting.add(socket);
    const late = setTimeout(() => closeSocket(socket, 'tryAgainLater'), this.limits.admittedWithin);
    const leave = (): void => {
      clearTimeout(late);
      this.waiting.delete(socket);
    };
    socket.once('close', leave);
    return leave;
  }
}
