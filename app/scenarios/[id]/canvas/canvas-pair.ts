import { atom, react, unsafe__withoutCapture, type Atom, type Editor, type TLShapeId } from 'tldraw';
import { otherPhase, phases, type Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import type { PresentPerson, Presence } from '@/lib/sync/presence';
import type { Peer, Watchable } from '../session/scenario-session';
import { settable } from '../session/watchable';
import { commonPlaces } from './common-places';

type Drag = NonNullable<Presence['drag']>;

/**
 * Two canvases side by side, one for each phase, on one document. Each is bound by itself and knows nothing of the other;
 * this is what they share: the camera and the places of common roles, while they are in step, and what is being dragged.
 */
export class CanvasPair {
  /** The enterprise whose name and colour the legend lets one edit: there is one legend for both. */
  readonly editedEnterprise: Atom<string | null> = atom('edited enterprise', null);
  readonly #editors = new Map<Phase, Editor>();
  readonly #drag = settable<Drag | null>(null);
  #unlink = (): void => {};

  /** @param inStep whether both show the same section, and common roles are moved together */
  constructor(readonly inStep: Watchable<boolean>) {}

  /** A canvas of the pair is here. @returns what ends that */
  join(phase: Phase, editor: Editor): () => void {
    this.#editors.set(phase, editor);
    const stop = this.inStep.subscribe(() => this.#link());
    this.#link();
    return () => {
      stop();
      this.#editors.delete(phase);
      this.#link();
    };
  }

  /** The canvases that show the same section now, the one with the legend first; null while each goes its own way. */
  inStepNow(): readonly [Editor, Editor] | null {
    const [before, after] = phases.map((phase) => this.#editors.get(phase));
    return before && after && this.inStep.get() ? [before, after] : null;
  }

  /** Whether the canvas beside that of a phase has a shape, or may have it: it is still to come. */
  standsBeside(phase: Phase, shape: TLShapeId): boolean {
    const beside = this.#editors.get(otherPhase(phase));
    return !beside || beside.getShape(shape) !== undefined;
  }

  focus(phase: Phase): void {
    this.#editors.get(phase)?.getContainer().focus();
  }

  showDrag(drag: Drag | null): void {
    this.#drag.set(drag);
  }

  /** The others as a canvas of the pair has to see them: what is dragged along from the other canvas is dragged here, too. */
  peersFor(phase: Phase, peers: Watchable<readonly Peer[]>, scenario: Watchable<Scenario>, me: PresentPerson): Watchable<readonly Peer[]> {
    return {
      get: () => {
        const drag = this.inStep.get() ? this.#drag.get() : null;
        if (drag?.phase !== otherPhase(phase)) return peers.get();
        const boxes = commonPlaces(scenario.get(), drag.phase, drag.boxes as Readonly<Record<string, Box>>);
        return [...peers.get(), { clientId: -1, user: me, presence: { drag: { phase, boxes } }, activeAt: 0 }];
      },
      subscribe: (listener) => {
        const stops = [peers.subscribe(listener), this.#drag.subscribe(listener)];
        return () => stops.forEach((stop) => stop());
      },
    };
  }

  #link(): void {
    this.#unlink();
    const [before, after] = phases.map((phase) => this.#editors.get(phase));
    const both = before && after ? ([[before, after], [after, before]] as const) : [];
    const stops = both.flatMap(([from, to]) => [shareHover(from, to), ...(this.inStep.get() ? [shareCamera(from, to)] : [])]);
    this.#unlink = () => stops.forEach((stop) => stop());
  }
}

/** Lets a canvas show the section that another one shows, whenever that moves. */
function shareCamera(from: Editor, to: Editor): () => void {
  return react('camera in step', () => {
    const { x, y, z } = from.getCamera();
    const now = unsafe__withoutCapture(() => to.getCamera());
    if (now.x !== x || now.y !== y || now.z !== z) to.setCamera({ x, y, z }, { immediate: true, force: true });
  });
}

/** Marks in a canvas what the mouse is on in another one. */
function shareHover(from: Editor, to: Editor): () => void {
  return react('hover', () => {
    const id = from.getHoveredShapeId();
    unsafe__withoutCapture(() => {
      if (to.isIn('select.idle')) to.setHintingShapes(id && to.getShape(id) ? [id] : []);
    });
  });
}
