import type { Phase } from '@/lib/domain/phases';

/** Who a client belongs to. The server stamps this into `user`; what a client says there is overwritten. */
export interface PresentPerson {
  readonly id: string;
  readonly name: string;
  /** The delegation's code (`DE`, `CN`); null for an observer. */
  readonly delegation: string | null;
  /** CSS colour of carets and cursors, derived from the person's id. */
  readonly color: string;
}

/**
 * One client's awareness state. Never stored, never trusted further than to be shown. Fields of which a receiver can't
 * make sense are ignored.
 */
export interface Presence {
  user?: PresentPerson;
  /** Text carets of the rich text editors (relative positions; written by Tiptap's caret extension). */
  cursor?: unknown;
  /** Where the mouse is on the canvas, in canvas units. */
  pointer?: { readonly phase: Phase; readonly x: number; readonly y: number } | null;
  /** Names of the items that are selected (`itemName`). */
  selection?: readonly string[];
  /** The field that has the focus: `<item name>` or `<item name>/<field>`, e.g. `role:4f/label:de`, `cell:9a:who/rationale`. */
  focus?: string | null;
  /** True for a moment after each key press in `focus`. */
  typing?: boolean;
  /** Boxes of a drag under way: role or note id → `[x, y, width, height]`. */
  drag?: { readonly phase: Phase; readonly boxes: Readonly<Record<string, readonly number[]>> } | null;
  /** What the person looks at, for those who follow. */
  view?: { readonly phase: Phase; readonly bounds: readonly [x: number, y: number, width: number, height: number]; /** With the other phase beside it. */ readonly sides?: boolean } | null;
  /** The part of the workspace the person looks at (`network`, `assessment`, `wording`, …). */
  part?: string;
}
