import type { Phase } from '@/lib/domain/phases';
import type { Box } from '@/lib/domain/scenario';
import type { Presence } from '@/lib/sync/presence';

/** Shows the others what is being dragged here; nothing of it is ever stored. */
export class DragPresence {
  readonly #show: (presence: Pick<Presence, 'drag'>) => void;
  #isShown = false;

  constructor(show: (presence: Pick<Presence, 'drag'>) => void) {
    this.#show = show;
  }

  show(phase: Phase, boxes: Readonly<Record<string, Box>>): void {
    this.#isShown = true;
    this.#show({ drag: { phase, boxes } });
  }

  /** The drag is over. At once, so that no box that still waits to be sent comes after the result; whoever receives this keeps the last one until the result is there (`PeerDrags`). */
  end(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#show({ drag: null });
  }
}
