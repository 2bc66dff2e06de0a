import { createTLStore, Editor, registerDefaultSideEffects } from 'tldraw';
import * as Y from 'yjs';
import { projectScenario } from '@/lib/document/project-scenario';
import { createScenarioUndo, type ScenarioUndoHandle } from '@/lib/document/undo';
import { otherPhase, type Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { Presence } from '@/lib/sync/presence';
import type { Peer, Watchable } from '../../session/scenario-session';
import { settable, type Settable } from '../../session/watchable';
import { watchScenario } from '../../session/watch-scenario';
import { CanvasBinding } from '../bind-canvas';
import { CanvasActions } from '../canvas-actions';
import type { CanvasPair } from '../canvas-pair';
import { canvasBindingUtils, canvasOptions, canvasOverlayUtils, canvasShapeUtils, canvasTools } from '../editor-parts';
import { projectCanvas, type CanvasRecords } from '../project-canvas';

/** Origin of updates that come from another client. */
export const fromAfar = Symbol('from afar');

/** One person's canvas as in the browser: the real editor, binding, document and undo; only React and the wire are missing. */
export interface LabClient {
  readonly name: number;
  readonly scenarioId: string;
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly undo: ScenarioUndoHandle;
  readonly binding: CanvasBinding;
  readonly actions: CanvasActions;
  /** How often an undo was left out because somebody had overwritten it. */
  overwritten: number;
  readonly scenario: Watchable<Scenario>;
  readonly peers: Settable<readonly Peer[]>;
  /** Updates of its own, in order. */
  readonly sent: Uint8Array[];
  readonly shown: Partial<Presence>[];
  /** Errors that stopped the editor. */
  readonly crashes: string[];
  mayEdit: boolean;
  /** The pair whose first canvas this one is. */
  pair: CanvasPair | null;
  destroy(): void;
}

export interface LabClientOptions {
  readonly phase?: Phase;
  readonly flushBeforeMerge?: boolean;
  readonly onShow?: (presence: Partial<Presence>) => void;
}

export function createLabClient(name: number, state: Uint8Array, { phase = 'before', flushBeforeMerge, onShow }: LabClientOptions = {}): LabClient {
  const doc = new Y.Doc();
  doc.clientID = name;
  Y.applyUpdate(doc, state, fromAfar);
  const sent: Uint8Array[] = [];
  const crashes: string[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromAfar) sent.push(update);
  });
  const { editor, remove } = openEditor(crashes);
  const undo = createScenarioUndo(doc);
  const scenario = watchScenario(doc);
  const peers = settable<readonly Peer[]>([]);
  const shown: Partial<Presence>[] = [];
  const client = { name, scenarioId: 'lab', editor, doc, undo, scenario, peers, sent, shown, crashes, mayEdit: true, pair: null as CanvasPair | null, overwritten: 0 };
  const binding = new CanvasBinding({
    editor,
    doc,
    scenario,
    peers,
    phase,
    language: 'en',
    mayEdit: () => client.mayEdit,
    movesAlong: () => client.pair?.inStep.get() ?? false,
    show: (presence) => {
      shown.push(presence);
      client.pair?.showDrag(presence.drag ?? null);
      onShow?.(presence);
    },
    flushBeforeMerge,
  });
  const bound = Object.assign(client, { binding });
  return Object.assign(bound, {
    actions: new CanvasActions(editor, client, binding, () => client.mayEdit, (outcome) => void (bound.overwritten += outcome === 'overwritten' ? 1 : 0)),
    destroy() {
      binding.destroy();
      undo.destroy();
      remove();
      doc.destroy();
    },
  });
}

/** tldraw's editor as the workspace sets it up, on the page. */
function openEditor(crashes: string[]): { readonly editor: Editor; remove(): void } {
  const container = document.createElement('div');
  container.className = 'tl-container';
  container.style.cssText = 'position:absolute;inset:0;';
  document.body.append(container);
  const store = createTLStore({ shapeUtils: canvasShapeUtils, bindingUtils: canvasBindingUtils });
  const editor = new Editor({
    store,
    shapeUtils: canvasShapeUtils,
    bindingUtils: canvasBindingUtils,
    overlayUtils: canvasOverlayUtils,
    tools: canvasTools,
    options: canvasOptions,
    initialState: 'select',
    getContainer: () => container,
  });
  editor.on('crash', ({ error }) => crashes.push(String(error)));
  const stopSideEffects = registerDefaultSideEffects(editor);
  editor.updateViewportScreenBounds(container);
  return {
    editor,
    remove() {
      stopSideEffects();
      editor.dispose();
      container.remove();
    },
  };
}

/** One of two canvases side by side, with what `problems` has to see of it. */
export type LabSide = Pick<LabClient, 'name' | 'editor' | 'doc' | 'binding' | 'actions' | 'crashes'>;

/** Opens a canvas for the other phase beside a client's own: two of a pair, on one document and one history. */
export function openBeside(client: LabClient, pair: CanvasPair): { readonly side: LabSide; close(): void } {
  client.pair = pair;
  const { name, doc, crashes, scenario, peers } = client;
  const phase = otherPhase(client.binding.phase);
  const { editor, remove } = openEditor(crashes);
  const mayEdit = (): boolean => client.mayEdit;
  const binding = new CanvasBinding({
    editor,
    doc,
    scenario,
    peers: pair.peersFor(phase, peers, scenario, { id: 'me', name: 'me', delegation: null, color: '#000000' }),
    phase,
    language: 'en',
    mayEdit,
    movesAlong: pair.inStep.get,
    show: ({ drag }) => pair.showDrag(drag ?? null),
  });
  const leave = [pair.join(client.binding.phase, client.editor), pair.join(phase, editor)];
  const actions = new CanvasActions(editor, client, binding, mayEdit, () => {}, pair);
  return {
    side: { name, doc, crashes, editor, binding, actions },
    close() {
      leave.forEach((stop) => stop());
      binding.destroy();
      remove();
    },
  };
}

/** What the store has to hold now, by the projection. */
export function expectedRecords({ doc, editor, binding }: LabSide): CanvasRecords {
  return projectCanvas(projectScenario(doc), { phase: binding.phase, language: 'en', pageId: editor.getCurrentPageId(), drags: new Map() });
}

/** What the store holds of shapes and bindings. */
export function actualRecords({ editor }: Pick<LabSide, 'editor'>): CanvasRecords {
  const records: CanvasRecords = new Map();
  for (const record of editor.store.allRecords()) if (record.typeName === 'shape' || record.typeName === 'binding') records.set(record.id, record);
  return records;
}

export const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** tldraw's listeners hear of changes 120 times a second at most (`FpsScheduler`): of frames that come in a bunch, after a stall, it uses one. */
const leastBetweenFrames = 8;

/** Long enough for tldraw's throttled listeners and what follows from them. */
export async function frames(count = 3): Promise<void> {
  for (let counted = 0, last = -Infinity; counted < count; ) {
    await nextFrame();
    if (Date.now() - last < leastBetweenFrames) continue;
    last = Date.now();
    counted++;
  }
}
