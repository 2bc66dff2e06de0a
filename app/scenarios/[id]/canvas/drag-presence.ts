import type { Phase } from '@/lib/domain/phases';
import type { Box } from '@/lib/domain/scenario';
import type { Presence } from '@/lib/sync/presence';

/** A drag stays shown to others for a moment, so that the roles don't jump back before the update reaches them. */
const lingers = 300;

/** Shows the others what is being dragged here; nothing of it is ever stored. */
export class DragPresence {
  readonly #show: (presence: Pick<Presence, 'drag'>) => void;
  #isShown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(show: (presence: Pick<Presence, 'drag'>) => void) {
    this.#show = show;
  }

  show(phase: Phase, boxes: Readonly<Record<string, Box>>): void {
    clearTimeout(this.#timer);
    this.#isShown = true;
    this.#show({ drag: { phase, boxes } });
  }

  /** The drag is over, its result written. */
  end(): void {
    if (!this.#isShown) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.destroy(), lingers);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#show({ drag: null });
  }
}
