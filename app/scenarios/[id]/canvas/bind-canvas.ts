import { isEqual, react, type Editor, type RecordsDiff, type TLRecord, type TLShape, type TLShapeId } from 'tldraw';
import type * as Y from 'yjs';
import { createEntities, type NewEntities } from '@/lib/document/edits/create-entities';
import { asOneStep, placeBoxes, setRelationEnds } from '@/lib/document/edits/edit-entities';
import type { Language } from '@/lib/domain/languages';
import { otherPhase, type Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import { unplacedBoxes } from '@/lib/figures/layout';
import type { Presence } from '@/lib/sync/presence';
import type { Peer, Watchable } from '../session/scenario-session';
import { clonesOf } from './adopt-clones';
import { takeAway } from './commands';
import { placesAlong } from './common-places';
import { DragPresence } from './drag-presence';
import { draggedBoxes, placeOf } from './dragged-boxes';
import { PeerDrags } from './peer-drags';
import { pictureOf, withDrags, type CanvasRecords } from './project-canvas';
import { rememberLast } from './remember-last';
import { entityOfShape, shapeIdOf, type CanvasShape } from './shapes/canvas-shapes';
import { boxOf, isSameEnds, withGeometryOf } from './shapes/shape-geometry';

export interface CanvasBindingOptions {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly scenario: Watchable<Scenario>;
  readonly peers: Watchable<readonly Peer[]>;
  readonly phase: Phase;
  readonly language: Language;
  mayEdit(): boolean;
  /** Whether what stands at the same place in the other phase, too, is moved there as well: both are seen side by side. */
  movesAlong?(): boolean;
  /** Shows a drag under way to the others. */
  readonly show: (presence: Pick<Presence, 'drag'>) => void;
  /** Only for the test that has to fail without it. */
  readonly flushBeforeMerge?: boolean;
}

/** States in which tldraw moves or sizes what is selected. */
const gestureStates = ['select.pointing_shape', 'select.pointing_selection', 'select.pointing_resize_handle', 'select.translating', 'select.resizing'] as const;
const arrowKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
/** After this long without a step, nudging by keys counts as ended even if no key was seen to be released. */
const nudgeEnds = 600;

/**
 * Keeps tldraw's store and the document in step. The document is the truth, the store a picture of it.
 *
 * Store → document is a whitelist: position and size of roles and notes, the ends of relations, clones, deletions; once
 * per gesture. All else that tldraw does to the store is put back. Document → store goes through `mergeRemoteChanges`,
 * always in a task of its own (never inside an operation of tldraw's), after what is pending in the store has been
 * written: at rest the store equals `projectCanvas`. What a gesture holds is left to it until it ends, also if somebody
 * deletes it meanwhile.
 */
export class CanvasBinding {
  readonly #options: CanvasBindingOptions;
  readonly #editor: Editor;
  #phase: Phase;
  #language: Language;
  /** What the document gave the store last. A shape that differs from it has been changed here. */
  #shown: CanvasRecords = new Map();
  /** Shapes that were changed here and not written yet. */
  readonly #dirty = new Set<TLShapeId>();
  readonly #stops: (() => void)[] = [];
  readonly #afterMerge: (() => void)[] = [];
  /** Set by the store's own, frame by frame, news of changes. */
  #isFlushDue = false;
  #isScheduled = false;
  #isSettling = false;
  #isStopped = false;
  readonly #drags: PeerDrags;
  readonly #picture = rememberLast(pictureOf);
  readonly #drag: DragPresence;
  #nudgeTimer: ReturnType<typeof setTimeout> | undefined;
  #isNudging = false;

  constructor(options: CanvasBindingOptions) {
    const { editor, scenario, peers } = options;
    this.#options = options;
    this.#editor = editor;
    this.#phase = options.phase;
    this.#language = options.language;
    this.#drag = new DragPresence(options.show);
    this.#drags = new PeerDrags(
      () => draggedBoxes(peers.get(), this.#phase, scenario.get()),
      (name) => placeOf(scenario.get(), this.#phase, name),
      () => this.#schedule(),
    );
    this.#drags.update();
    this.#merge();
    this.#stops.push(
      editor.store.listen(({ changes }) => this.#onChanged(changes), { source: 'user', scope: 'document' }),
      scenario.subscribe(() => this.#schedule()),
      peers.subscribe(() => this.#drags.update() && this.#schedule()),
      react('gesture', () => void (this.#isHolding() || this.#schedule())),
    );
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Shows another phase or language. What was under way in the old one is written first. */
  show(phase: Phase, language: Language): void {
    if (phase === this.#phase && language === this.#language) return;
    if (phase !== this.#phase) {
      this.#editor.cancel();
      this.flush();
      this.#dirty.clear();
      this.#editor.setEditingShape(null);
    }
    this.#phase = phase;
    this.#language = language;
    this.#drags.reset();
    this.#schedule();
  }

  /** Writes what was changed here, if no gesture holds it. Call it before anything that must come after (undo). */
  flush(): void {
    flushHistory(this.#editor);
    this.#isFlushDue = false;
    if (!this.#dirty.size || this.#isHolding()) return;
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    if (this.#options.mayEdit()) this.#write(dirty);
    this.#drag.end();
  }

  /** Calls back once the store shows the document as it is now: for edits of the document that go on in the store. */
  afterMerge(listener: () => void): void {
    this.#afterMerge.push(listener);
    this.#schedule();
  }

  /** Ends the binding; nothing is written any more. */
  destroy(): void {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    clearTimeout(this.#nudgeTimer);
    this.#drag.end();
    this.#drags.destroy();
  }

  #onChanged(changes: RecordsDiff<TLRecord>): void {
    for (const record of [...Object.values(changes.added), ...Object.values(changes.removed)]) this.#mark(record);
    for (const [, record] of Object.values(changes.updated)) this.#mark(record);
    if (this.#isArrowKeyDown()) this.#nudge();
    this.#isFlushDue = true;
    if (this.#isHolding()) this.#showDrag();
    else this.#schedule();
  }

  #mark(record: TLRecord): void {
    if (record.typeName === 'shape') this.#dirty.add(record.id);
  }

  #nudge(): void {
    this.#isNudging = true;
    clearTimeout(this.#nudgeTimer);
    this.#nudgeTimer = setTimeout(() => {
      this.#isNudging = false;
      this.#schedule();
    }, nudgeEnds);
  }

  /** True while a gesture (or a held arrow key) is going on, whose result is written at its end. */
  #isHolding(): boolean {
    const isKeyDown = this.#isArrowKeyDown(); // read first: `react` has to see both
    return this.#editor.isInAny(...gestureStates) || (isKeyDown && this.#isNudging);
  }

  #isArrowKeyDown(): boolean {
    return arrowKeys.filter((key) => this.#editor.inputs.keys.has(key)).length > 0;
  }

  /** Merges in a task of its own: whatever tldraw is doing now is over by then. */
  #schedule(): void {
    if (this.#isScheduled || this.#isSettling || this.#isStopped) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (this.#isStopped) return;
      this.#settle();
    });
  }

  #settle(): void {
    this.#isSettling = true;
    try {
      if (this.#isFlushDue || this.#options.flushBeforeMerge !== false) this.flush();
      this.#merge();
    } finally {
      this.#isSettling = false;
    }
    for (const listener of this.#afterMerge.splice(0)) listener();
  }

  #write(dirty: readonly TLShapeId[]): void {
    const { doc, scenario } = this.#options;
    const { store } = this.#editor;
    const live = this.#project();
    const moved: Record<string, Box> = {};
    const deleted: TLShapeId[] = [];
    const clones: CanvasShape[] = [];
    const rerouted: CanvasShape[] = [];
    for (const id of dirty) {
      const now = store.get(id) as CanvasShape | undefined;
      const before = this.#shown.get(id) as CanvasShape | undefined;
      if (now && !before) clones.push(now);
      else if (before && !now) deleted.push(id);
      else if (now && before && live.has(id)) {
        const entity = entityOfShape(id)!;
        if (now.type === 'relation') {
          if (!isSameEnds(now, before)) rerouted.push(now);
        } else if (!isEqual(boxOf(now), boxOf(before))) moved[entity.id] = boxOf(now);
      }
    }
    const created: NewEntities | null = clonesOf(clones, scenario.get(), this.#phase);
    if (Object.keys(moved).length || deleted.length || rerouted.length) {
      asOneStep(doc, () => {
        // Places that only the layout gave are written with the first move, so that nothing else shifts.
        if (Object.keys(moved).length) {
          const along = this.#options.movesAlong?.() ? placesAlong(scenario.get(), this.#phase, moved) : {};
          placeBoxes(doc, this.#phase, { ...unplacedBoxes(scenario.get(), this.#phase), ...moved });
          placeBoxes(doc, otherPhase(this.#phase), along);
        }
        for (const { id, props } of rerouted as Extract<CanvasShape, { type: 'relation' }>[])
          setRelationEnds(doc, entityOfShape(id)!.id, { source: props.source, target: props.target });
        takeAway(doc, scenario.get(), this.#phase, deleted);
      });
    }
    if (created) {
      const ids = createEntities(doc, created);
      const shapes = [...ids.roles.map((id) => shapeIdOf('role', id)), ...ids.notes.map((id) => shapeIdOf('note', id))];
      this.afterMerge(() => this.#editor.setSelectedShapes(shapes.filter((id) => this.#editor.getShape(id))));
    }
  }

  #project(): CanvasRecords {
    const picture = this.#picture(this.#options.scenario.get(), this.#phase, this.#language, this.#editor.getCurrentPageId());
    return withDrags(picture, this.#drags.shown());
  }

  /** Puts the store in step with the document, except for what a gesture holds. */
  #merge(): void {
    const editor = this.#editor;
    const next = this.#project();
    const held = this.#isHolding() ? new Set([...this.#dirty, ...editor.getSelectedShapeIds()]) : new Set<TLShapeId>();
    const put: TLRecord[] = [];
    const shown: CanvasRecords = new Map(next);
    for (const [id, record] of next) {
      const now = editor.store.get(id);
      const before = this.#shown.get(id);
      let wanted = record;
      if (record.typeName === 'shape' && held.has(record.id) && before) {
        shown.set(id, withGeometryOf(record, before as TLShape));
        if (!now) continue; // deleted here, not written yet
        wanted = withGeometryOf(record, now as TLShape);
      }
      if (!now || !isEqual(now, wanted)) put.push(wanted);
    }
    const gone: TLRecord['id'][] = [];
    for (const record of editor.store.allRecords()) {
      if ((record.typeName !== 'shape' && record.typeName !== 'binding') || next.has(record.id)) continue;
      const before = this.#shown.get(record.id);
      if (record.typeName === 'shape' && held.has(record.id)) {
        if (before) shown.set(record.id, before); // deleted by somebody else: it goes when the gesture ends
      } else gone.push(record.id);
    }
    this.#shown = shown;
    if (!put.length && !gone.length) return;
    this.#leaveLabelOf(gone);
    editor.store.mergeRemoteChanges(() => {
      if (put.length) editor.store.put(put);
      if (gone.length) editor.store.remove(gone);
    });
  }

  #leaveLabelOf(gone: readonly TLRecord['id'][]): void {
    const editing = this.#editor.getEditingShapeId();
    if (!editing || !gone.includes(editing)) return;
    this.#editor.setEditingShape(null);
    if (this.#editor.isIn('select.editing_shape')) this.#editor.setCurrentTool('select.idle');
  }

  #showDrag(): void {
    const boxes: Record<string, Box> = {};
    for (const id of this.#dirty) {
      const now = this.#editor.store.get(id) as CanvasShape | undefined;
      const entity = entityOfShape(id);
      if (now && entity && now.type !== 'relation' && this.#shown.has(id)) boxes[entity.id] = boxOf(now);
    }
    if (Object.keys(boxes).length && this.#options.mayEdit()) this.#drag.show(this.#phase, boxes);
  }
}

/**
 * Hands over what the store has gathered for its listeners since the last frame. Underscored, but public; it stands here
 * and nowhere else, so that an upgrade of tldraw has one place to look at.
 */
function flushHistory(editor: Editor): void {
  editor.store._flushHistory();
}
