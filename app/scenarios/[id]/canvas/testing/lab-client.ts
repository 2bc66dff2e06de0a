import { createTLStore, Editor, registerDefaultSideEffects } from 'tldraw';
import * as Y from 'yjs';
import { projectScenario } from '@/lib/document/project-scenario';
import { createScenarioUndo, type ScenarioUndoHandle } from '@/lib/document/undo';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { Presence } from '@/lib/sync/presence';
import type { Peer, Watchable } from '../../session/scenario-session';
import { settable, type Settable } from '../../session/watchable';
import { watchScenario } from '../../session/watch-scenario';
import { CanvasBinding } from '../bind-canvas';
import { CanvasActions } from '../canvas-actions';
import { canvasBindingUtils, canvasOptions, canvasOverlayUtils, canvasShapeUtils, canvasTools } from '../editor-parts';
import { projectCanvas, type CanvasRecords } from '../project-canvas';

/** Origin of updates that come from another client. */
export const fromAfar = Symbol('from afar');

/** One person's canvas as in the browser: the real editor, binding, document and undo; only React and the wire are missing. */
export interface LabClient {
  readonly name: number;
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
  const undo = createScenarioUndo(doc);
  const scenario = watchScenario(doc);
  const peers = settable<readonly Peer[]>([]);
  const shown: Partial<Presence>[] = [];
  const client = { name, scenarioId: 'lab', editor, doc, undo, scenario, peers, sent, shown, crashes, mayEdit: true, overwritten: 0 };
  const binding = new CanvasBinding({
    editor,
    doc,
    scenario,
    peers,
    phase,
    language: 'en',
    mayEdit: () => client.mayEdit,
    show: (presence) => {
      shown.push(presence);
      onShow?.(presence);
    },
    flushBeforeMerge,
  });
  const bound = Object.assign(client, { binding });
  return Object.assign(bound, {
    actions: new CanvasActions(editor, client, binding, () => client.mayEdit, (outcome) => void (bound.overwritten += outcome === 'overwritten' ? 1 : 0)),
    destroy() {
      binding.destroy();
      stopSideEffects();
      undo.destroy();
      editor.dispose();
      container.remove();
      doc.destroy();
    },
  });
}

/** What the store has to hold now, by the projection. */
export function expectedRecords({ doc, editor, binding }: LabClient): CanvasRecords {
  return projectCanvas(projectScenario(doc), { phase: binding.phase, language: 'en', pageId: editor.getCurrentPageId(), drags: new Map() });
}

/** What the store holds of shapes and bindings. */
export function actualRecords({ editor }: LabClient): CanvasRecords {
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
