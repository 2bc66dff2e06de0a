import { atom, type Atom, type Editor, type TLShapeId, type VecLike } from 'tldraw';
import { editOrigins } from '@/lib/document/edit-origins';
import { createEntities, newEntityId, type CreatedIds, type NewEntities } from '@/lib/document/edits/create-entities';
import { asOneStep, placeBoxes, setRelationEnds, setRelationKind, setRoleEnterprise } from '@/lib/document/edits/edit-entities';
import type { UndoOutcome } from '@/lib/document/undo';
import type { Phase } from '@/lib/domain/phases';
import type { Box, RelationKind } from '@/lib/domain/scenario';
import { noteSize, roleSize, unplacedBoxes } from '@/lib/figures/layout';
import { nextColour } from '@/lib/figures/palette';
import type { ScenarioSession } from '../session/scenario-session';
import type { CanvasBinding } from './bind-canvas';
import type { CanvasPair } from './canvas-pair';
import { cutOut, insertPiece, isEmptyPiece, type Piece } from './clipboard';
import { takeAway } from './commands';
import { fitNetwork, type FitOptions } from './fit-network';
import { entityOfShape, nameOfShape, shapeIdOf } from './shapes/canvas-shapes';

/** A relation that is being drawn, or whose end is being put somewhere else. */
export interface Drawing {
  /** The role at the end that stays. */
  readonly from: TLShapeId;
  /** True if it is the source that is being moved: the line then runs from the pointer. */
  readonly isBackwards: boolean;
  readonly to: { readonly x: number; readonly y: number };
  /** The role under the pointer. */
  readonly over: TLShapeId | null;
}

/** What the enterprise tool assigns: an enterprise, none (white), or nothing chosen yet. */
export type Paint = { readonly enterprise: string | null } | null;

/** What one can do to a network on the canvas; each is an edit of the document and one step of undo. */
export class CanvasActions {
  readonly drawing: Atom<Drawing | null> = atom('drawing', null);
  readonly paint: Atom<Paint> = atom('paint', null);
  /** The enterprise whose name and colour the legend lets one edit. */
  readonly editedEnterprise: Atom<string | null>;

  constructor(
    readonly editor: Editor,
    readonly session: Pick<ScenarioSession, 'scenarioId' | 'doc' | 'scenario' | 'undo'>,
    readonly binding: CanvasBinding,
    readonly mayEdit: () => boolean,
    /** Is told what became of an undo or redo. */
    readonly onStepped: (outcome: UndoOutcome | Promise<UndoOutcome>) => void,
    /** Set where this is one of two canvases side by side. */
    readonly pair: CanvasPair | null = null,
  ) {
    this.editedEnterprise = pair?.editedEnterprise ?? atom('edited enterprise', null);
    actionsByEditor.set(editor, this);
    // tldraw's own history serves Escape alone; whoever asks it to undo means the document's.
    editor.undo = () => (this.undo(), editor);
    editor.redo = () => (this.redo(), editor);
  }

  get phase(): Phase {
    return this.binding.phase;
  }

  createRole(place: Box | VecLike): void {
    const id = newEntityId();
    const paint = this.paint.get();
    this.#create({ roles: [{ id, phases: { [this.phase]: { enterprise: paint?.enterprise ?? null, box: boxAt(place, roleSize) } } }] });
    this.#editLabel(shapeIdOf('role', id));
  }

  createNote(place: Box | VecLike, text = ''): void {
    const id = newEntityId();
    this.#create({ notes: [{ id, text, phase: this.phase, box: boxAt(place, noteSize) }] });
    if (text) this.#select([shapeIdOf('note', id)]);
    else this.#editLabel(shapeIdOf('note', id));
  }

  createRelation(source: TLShapeId, target: TLShapeId): void {
    const [from, to] = [entityOfShape(source), entityOfShape(target)];
    if (from?.kind !== 'role' || to?.kind !== 'role') return;
    const id = newEntityId();
    this.#create({ relations: [{ id, source: from.id, target: to.id, kind: 'product', phases: [this.phase] }] });
    this.#editLabel(shapeIdOf('relation', id));
  }

  reroute(relation: TLShapeId, end: 'source' | 'target', role: TLShapeId): void {
    const [edge, node] = [entityOfShape(relation), entityOfShape(role)];
    if (edge && node?.kind === 'role' && this.mayEdit()) setRelationEnds(this.session.doc, edge.id, { [end]: node.id });
    this.#select([relation]);
  }

  reverse(relation: TLShapeId): void {
    const id = entityOfShape(relation)?.id;
    const now = this.session.scenario.get().relations.find((candidate) => candidate.id === id);
    if (now && this.mayEdit()) setRelationEnds(this.session.doc, now.id, { source: now.target, target: now.source });
  }

  setKind(shapes: readonly TLShapeId[], kind: RelationKind): void {
    this.#forEach(shapes, 'relation', (id) => setRelationKind(this.session.doc, id, kind));
  }

  assign(shapes: readonly TLShapeId[], enterprise: string | null): void {
    this.#forEach(shapes, 'role', (id) => setRoleEnterprise(this.session.doc, id, this.phase, enterprise));
  }

  /**
   * Gives the roles to a new enterprise.
   * @returns the new enterprise's id
   */
  assignNew(shapes: readonly TLShapeId[]): string {
    const id = this.createEnterprise();
    this.assign(shapes, id);
    return id;
  }

  /**
   * @param options `andEdit`: then asks for its name
   * @returns the new enterprise's id
   */
  createEnterprise({ andEdit = false } = {}): string {
    const id = newEntityId();
    const { enterprises } = this.session.scenario.get();
    const isCreated = this.#create({ enterprises: [{ id, colour: nextColour(enterprises.map(({ colour }) => colour)) }] });
    if (andEdit && isCreated) this.editedEnterprise.set(id);
    return id;
  }

  deleteSelected(): void {
    if (!this.mayEdit()) return;
    this.binding.flush();
    takeAway(this.session.doc, this.session.scenario.get(), this.phase, this.editor.getSelectedShapeIds());
  }

  duplicate(): void {
    this.paste(this.copy(), 24, 24);
  }

  copy(): Piece {
    this.binding.flush();
    return { ...cutOut(this.session.scenario.get(), this.phase, this.selectedNames()), scenario: this.session.scenarioId };
  }

  paste(piece: Piece, dx: number, dy: number): void {
    if (isEmptyPiece(piece)) return;
    const { scenario, scenarioId } = this.session;
    this.binding.flush();
    const ids = this.#create(insertPiece(scenario.get(), this.phase, piece, { dx, dy, isOwn: piece.scenario === scenarioId }));
    if (ids) this.#select([...ids.roles.map((id) => shapeIdOf('role', id)), ...ids.notes.map((id) => shapeIdOf('note', id)), ...ids.relations.map((id) => shapeIdOf('relation', id))]);
  }

  undo(): void {
    this.#step('undo');
  }

  redo(): void {
    this.#step('redo');
  }

  /** Shows the whole network; of two canvases in step, both networks. */
  fit(options: FitOptions = {}): void {
    const [editor, beside] = this.pair?.inStepNow() ?? [this.editor];
    fitNetwork(editor, { ...options, beside });
  }

  selectedNames(): string[] {
    return this.editor.getSelectedShapeIds().flatMap((id) => nameOfShape(id) ?? []);
  }

  /** The role at a point of the page. */
  roleAt(point: VecLike): TLShapeId | null {
    const hit = this.editor.getShapeAtPoint(point, { hitInside: true, margin: 4, filter: (shape) => shape.type === 'role' });
    return hit?.id ?? null;
  }

  #step(name: 'undo' | 'redo'): void {
    if (!this.mayEdit()) return;
    this.editor.complete();
    this.binding.flush();
    this.onStepped(this.session.undo[name]());
  }

  #create(wanted: NewEntities): CreatedIds | null {
    if (!this.mayEdit()) return null;
    this.binding.flush();
    const { doc, scenario } = this.session;
    // Once one has a box, the others' places are no longer derived from all: they are kept, so that nothing else shifts.
    const shifting = wanted.roles?.length || wanted.notes?.length ? unplacedBoxes(scenario.get(), this.phase) : {};
    if (Object.keys(shifting).length) doc.transact(() => placeBoxes(doc, this.phase, shifting), editOrigins.creation);
    return createEntities(doc, wanted);
  }

  #forEach(shapes: readonly TLShapeId[], kind: 'role' | 'relation', edit: (id: string) => void): void {
    if (!this.mayEdit()) return;
    asOneStep(this.session.doc, () => {
      for (const shape of shapes) {
        const entity = entityOfShape(shape);
        if (entity?.kind === kind) edit(entity.id);
      }
    });
  }

  #select(shapes: readonly TLShapeId[]): void {
    this.binding.afterMerge(() => this.editor.setSelectedShapes(shapes.filter((id) => this.editor.getShape(id))));
  }

  #editLabel(shape: TLShapeId): void {
    this.binding.afterMerge(() => {
      if (!this.editor.getShape(shape)) return;
      this.editor.setCurrentTool('select');
      this.editor.select(shape);
      this.editor.setEditingShape(shape);
      this.editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: this.editor.getShape(shape) });
    });
  }
}

const actionsByEditor = new WeakMap<Editor, CanvasActions>();

/** The actions of an editor's canvas, for its tools; undefined before it is bound. */
export const actionsOf = (editor: Editor): CanvasActions | undefined => actionsByEditor.get(editor);

/** A box that was drawn, or one of the usual size with its middle at a point. */
function boxAt(place: Box | VecLike, { width, height }: { readonly width: number; readonly height: number }): Box {
  if (Array.isArray(place)) return place as unknown as Box;
  const { x, y } = place as VecLike;
  return [x - width / 2, y - height / 2, width, height];
}
