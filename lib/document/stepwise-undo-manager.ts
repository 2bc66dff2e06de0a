import * as Y from 'yjs';
import { editOrigins } from './edit-origins';

type StackItem = Y.UndoManager['undoStack'][number];
type DeleteSet = StackItem['deletions'];

/** `unavailable`: it could not even be tried, and can be tried again. */
export type VerbOutcome = 'done' | 'overwritten' | 'unavailable';

/** A step that was not made in this document but asked of the server, which takes it back and makes it again, too. */
export interface VerbStep {
  /** What it is about: of steps with the same key there is only one. */
  readonly key: string;
  undo(): Promise<VerbOutcome>;
  redo(): Promise<VerbOutcome>;
}

/**
 * A `Y.UndoManager` that takes back one step at a time and never a peer's work:
 * - one call handles exactly one step. By itself the manager skips a step without effect and goes on to the one before.
 * - a map value that a peer has since overwritten is left alone. The manager's own test for that is fooled where own
 *   steps around the peer's value have been undone, and where two people wrote the same key at the same moment.
 * - a type (paragraph, text) into which a peer has written is not deleted with the step that created it.
 * - a step by a verb stands among the others in its order; while it is being taken back, nothing else can be.
 * - each `editOrigins.step` is a step of its own; other tracked edits (typing) join while they are adjacent in time and
 *   in one text.
 *
 * Text editors share it: Tiptap's undo plugin takes it as `undoManager`. That plugin destroys the manager when its
 * editor unmounts, so `destroy` does nothing here and `close` ends it.
 */
export class StepwiseUndoManager extends Y.UndoManager {
  /** Called after every undo and redo, whoever asked for it, and when a step by a verb begins or ends. */
  onChanged: () => void = () => {};
  readonly #verbs = new WeakMap<StackItem, VerbStep>();
  #underWay: Promise<VerbOutcome> | null = null;
  #popping = false;
  #typedIn: unknown = null;
  #closed = false;

  constructor(doc: Y.Doc, trackedOrigins: ReadonlySet<unknown>, captureTimeout: number) {
    super(doc, {
      doc,
      captureTimeout,
      trackedOrigins: new Set(trackedOrigins),
      // Safe, since `withoutOverwritten` has sorted out the peers' values before: what is left must win.
      ignoreRemoteMapChanges: true,
      deleteFilter: (item) => !isFilledText(item),
      captureTransaction: (transaction) => this.#capture(transaction),
    });
  }

  /**
   * Takes back the last step.
   * @returns the step; null if there is none, if peers have overwritten all of it, or if it is one by a verb (`underWay`)
   */
  override undo(): StackItem | null {
    return this.#pop('undoStack', () => super.undo());
  }

  /** Does again what was taken back last. @returns as `undo` */
  override redo(): StackItem | null {
    return this.#pop('redoStack', () => super.redo());
  }

  /** What is being taken back or made again by a verb at this moment. */
  get underWay(): Promise<VerbOutcome> | null {
    return this.#underWay;
  }

  /** Takes in a step that a verb has just made: the last one now. */
  add(step: VerbStep): void {
    this.#forget(step.key);
    this.clear(false, true);
    this.#push('undoStack', step);
    this.stopCapturing();
    this.onChanged();
  }

  /** Takes back a step by a verb, wherever it stands, also if it stands nowhere (any more). */
  async takeBack(step: VerbStep): Promise<VerbOutcome> {
    return this.#underWay ?? this.#ask('undoStack', step);
  }

  override destroy(): void {
    // Called by every text editor that unmounts.
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    super.destroy();
  }

  /** True while it takes back a step; its stacks are in disorder then. */
  get popping(): boolean {
    return this.#popping;
  }

  #pop(stackName: 'undoStack' | 'redoStack', run: () => StackItem | null): StackItem | null {
    const stack = this[stackName];
    const step = stack.at(-1);
    if (!step || this.#underWay) return null;
    const verb = this.#verbs.get(step);
    if (verb) {
      void this.#ask(stackName, verb);
      return null;
    }
    stack.pop();
    step.deletions = withoutOverwritten(this.doc, step);
    this[stackName] = [step];
    this.#popping = true;
    try {
      return run();
    } finally {
      this[stackName] = stack;
      this.#popping = false;
      this.onChanged();
    }
  }

  /** The step stays where it is until the verb has answered: what is typed meanwhile comes behind it. */
  #ask(stackName: 'undoStack' | 'redoStack', step: VerbStep): Promise<VerbOutcome> {
    const isLast = (): boolean => this.#verbs.get(this[stackName].at(-1)!)?.key === step.key;
    this.#underWay = (stackName === 'undoStack' ? step.undo() : step.redo())
      .catch((): VerbOutcome => 'unavailable')
      .then((outcome) => {
        this.#underWay = null;
        if (outcome !== 'unavailable') {
          const wasLast = isLast();
          this.#forget(step.key);
          // Whoever has typed since has nothing to redo; what was made again can be taken back in any case.
          if (outcome === 'done' && stackName === 'redoStack') this.#push('undoStack', step);
          if (outcome === 'done' && stackName === 'undoStack' && wasLast) this.#push('redoStack', step);
          this.stopCapturing();
        }
        this.onChanged();
        return outcome;
      });
    this.stopCapturing();
    this.onChanged();
    return this.#underWay;
  }

  #push(stackName: 'undoStack' | 'redoStack', step: VerbStep): void {
    const item: StackItem = { deletions: Y.createDeleteSet(), insertions: Y.createDeleteSet(), meta: new Map() };
    this.#verbs.set(item, step);
    this[stackName].push(item);
  }

  #forget(key: string): void {
    for (const name of ['undoStack', 'redoStack'] as const) this[name] = this[name].filter((item) => this.#verbs.get(item)?.key !== key);
  }

  #capture(transaction: Y.Transaction): boolean {
    if (transaction.changed.size === 0 || transaction.meta.get('addToHistory') === false) return false;
    if (transaction.origin === this || !this.trackedOrigins.has(transaction.origin)) return true;
    const typedIn = transaction.origin === editOrigins.step ? null : textOf(transaction);
    if (typedIn === null || typedIn !== this.#typedIn) this.stopCapturing();
    this.#typedIn = typedIn;
    return true;
  }
}

/** The one text in which a transaction changed something: a label, a rationale, a whole section; null if in several. */
function textOf(transaction: Y.Transaction): unknown {
  const texts = new Set<unknown>();
  for (const changed of transaction.changed.keys()) {
    let text: Y.AbstractType<unknown> = changed as Y.AbstractType<unknown>;
    while (text.parent && !(text.parent instanceof Y.Map)) text = text.parent as Y.AbstractType<unknown>;
    texts.add(text);
  }
  return texts.size === 1 ? [...texts][0] : null;
}

function isFilledText(item: Y.Item): boolean {
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return false;
  const { type } = item.content;
  return (type instanceof Y.Text || type instanceof Y.XmlElement) && type._length > 0;
}

/**
 * What a step took away, without the map values over which a peer has since put another one.
 * A value may be brought back if the one there now is the step's own, or if there is none.
 */
function withoutOverwritten(doc: Y.Doc, step: StackItem): DeleteSet {
  const written = new Set<Y.Item>();
  for (const item of itemsIn(doc, step.insertions)) if (item.parentSub !== null) written.add(followRedone(doc, item));

  const overwritten: Y.Item[] = [];
  for (const item of itemsIn(doc, step.deletions)) {
    if (item.parentSub === null) continue;
    const current = (item.parent as Y.AbstractType<unknown>)._map.get(item.parentSub);
    if (current && !current.deleted && !written.has(current)) overwritten.push(item);
  }
  return overwritten.length ? subtract(step.deletions, overwritten) : step.deletions;
}

function itemsIn(doc: Y.Doc, set: DeleteSet): Y.Item[] {
  const items: Y.Item[] = [];
  for (const [client, ranges] of set.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; ) {
        const struct = Y.getItem(doc.store, Y.createID(client, at));
        if (struct instanceof Y.Item) items.push(struct);
        at = struct.id.clock + struct.length;
      }
    }
  }
  return items;
}

function followRedone(doc: Y.Doc, item: Y.Item): Y.Item {
  let last = item;
  while (last.redone) last = Y.getItem(doc.store, last.redone) as Y.Item;
  return last;
}

function subtract(set: DeleteSet, items: readonly Y.Item[]): DeleteSet {
  const rest = Y.createDeleteSet();
  for (const [client, ranges] of set.clients) {
    let left = ranges;
    for (const item of items) {
      if (item.id.client !== client) continue;
      const [start, end] = [item.id.clock, item.id.clock + item.length];
      left = left.flatMap((range) => {
        const stop = range.clock + range.len;
        if (end <= range.clock || start >= stop) return [range];
        const parts = [];
        if (start > range.clock) parts.push({ clock: range.clock, len: start - range.clock });
        if (stop > end) parts.push({ clock: end, len: stop - end });
        return parts;
      });
    }
    if (left.length) rest.clients.set(client, left);
  }
  return rest;
}
