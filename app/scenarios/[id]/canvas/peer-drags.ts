import { isEqual } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';

/** The end of a drag may be known before its result has been stored: the roles must not jump back in between. */
const lingers = 300;

interface PeerDrag {
  readonly box: Box;
  /** Where the document had it when this box became known. */
  readonly under: Box | null;
  /** When the box goes, by `performance.now()`; null while somebody drags. */
  readonly until: number | null;
}

/**
 * Where others drag something, or have just dragged it to: shown over the document until the document itself has
 * something newer to say of the place, which is mostly the result of that drag.
 */
export class PeerDrags {
  readonly #read: () => ReadonlyMap<string, Box>;
  readonly #placeOf: (name: string) => Box | null;
  readonly #onGone: () => void;
  #drags: ReadonlyMap<string, PeerDrag> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param read what others drag now (`draggedBoxes`)
   * @param placeOf where the document has something now
   * @param onGone called when something that lingered is shown no longer
   */
  constructor(read: () => ReadonlyMap<string, Box>, placeOf: (name: string) => Box | null, onGone: () => void) {
    this.#read = read;
    this.#placeOf = placeOf;
    this.#onGone = onGone;
  }

  /** Reads anew what others drag. @returns whether that changes what is shown now */
  update(): boolean {
    const now = this.#read();
    const drags = new Map<string, PeerDrag>();
    let isChanged = false;
    for (const [name, box] of now) {
      const before = this.#drags.get(name);
      const isSame = before !== undefined && isEqual(before.box, box);
      drags.set(name, { box, under: isSame ? before.under : this.#placeOf(name), until: null });
      isChanged ||= !isSame;
    }
    const until = performance.now() + lingers;
    for (const [name, drag] of this.#drags) if (!now.has(name)) drags.set(name, { ...drag, until: drag.until ?? until });
    this.#drags = drags;
    this.#wait();
    return isChanged;
  }

  /** Forgets all, also what lingers: another phase is shown. */
  reset(): void {
    this.#drags = new Map();
    this.update();
  }

  /** What has to be shown over the document as it is now: `role:<id>` or `note:<id>` → box. */
  shown(): ReadonlyMap<string, Box> {
    return new Map([...this.#drags].flatMap(([name, { box, under }]) => (isEqual(under, this.#placeOf(name)) ? [[name, box]] : [])));
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const ends = [...this.#drags.values()].flatMap(({ until }) => until ?? []);
    if (ends.length) this.#timer = setTimeout(() => this.#drop(), Math.max(0, Math.min(...ends) - performance.now()));
  }

  #drop(): void {
    const now = performance.now();
    this.#drags = new Map([...this.#drags].filter(([, { until }]) => until === null || until > now));
    this.#wait();
    this.#onGone();
  }
}
