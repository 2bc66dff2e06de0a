import type { Awareness } from 'y-protocols/awareness';
import type { Presence } from '@/lib/sync/presence';

/** In ms; timers round, so a little more than a thirtieth of a second. */
const leastInterval = 35;

/**
 * A function that merges something of ours into what is shown already: at once if nothing was shown for a while, else
 * together with what else comes within a thirtieth of a second.
 * @returns `show`, and `stop`, which drops what is waiting
 */
export function presenceSender(awareness: Awareness): { show(presence: Partial<Omit<Presence, 'user'>>): void; stop(): void } {
  let waiting: Partial<Presence> = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = -Infinity;
  const send = (): void => {
    timer = null;
    last = performance.now();
    const state = awareness.getLocalState();
    if (state) awareness.setLocalState({ ...state, ...waiting });
    waiting = {};
  };
  return {
    show(presence) {
      waiting = { ...waiting, ...presence };
      const wait = last + leastInterval - performance.now();
      if (wait <= 0 && !timer) send();
      else timer ??= setTimeout(send, wait);
    },
    stop() {
      if (timer) clearTimeout(timer);
      timer = null;
      waiting = {};
    },
  };
}
