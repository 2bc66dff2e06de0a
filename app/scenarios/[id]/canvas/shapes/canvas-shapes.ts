import { createBindingId, createShapeId, T, type TLBaseBinding, type TLBaseShape, type TLBindingId, type TLShapeId } from 'tldraw';
import { isEntityId } from '@/lib/domain/items';
import { languages, type Language } from '@/lib/domain/languages';
import { relationKinds, type RelationKind } from '@/lib/domain/scenario';

/*
 * What tldraw's store holds of a network: a picture of one phase in one language, with ids that follow from the domain's.
 * Position and size may be changed in the store, everything else is changed in the document (`bind-canvas.ts`).
 */

export interface RoleProps {
  w: number;
  /** The least height; a role is drawn as high as its label needs. */
  h: number;
  label: string;
  /** The language in which `label` is written, for hyphens and fonts. */
  lang: Language;
  /** Name of the enterprise that assumes the role; empty if there is none. */
  enterprise: string;
  /** Index into the palette; -1: white. */
  colour: number;
}
export interface RelationProps {
  /** Role ids. */
  source: string;
  target: string;
  label: string;
  lang: Language;
  kind: RelationKind | null;
  /** Which of the relations between the same two roles this is, and how many there are: they are fanned out. */
  lane: number;
  lanes: number;
}
export interface WorkingNoteProps {
  w: number;
  h: number;
  text: string;
}
export interface RelationEndProps {
  end: 'source' | 'target';
}

declare module 'tldraw' {
  export interface TLGlobalShapePropsMap {
    role: RoleProps;
    relation: RelationProps;
    'working-note': WorkingNoteProps;
  }
  export interface TLGlobalBindingPropsMap {
    'relation-end': RelationEndProps;
  }
}

export type RoleShape = TLBaseShape<'role', RoleProps>;
export type RelationShape = TLBaseShape<'relation', RelationProps>;
export type WorkingNoteShape = TLBaseShape<'working-note', WorkingNoteProps>;
export type CanvasShape = RoleShape | RelationShape | WorkingNoteShape;
export type RelationEndBinding = TLBaseBinding<'relation-end', RelationEndProps>;

export const roleProps = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  label: T.string,
  lang: T.literalEnum(...languages),
  enterprise: T.string,
  colour: T.integer,
};
export const relationProps = {
  source: T.string,
  target: T.string,
  label: T.string,
  lang: T.literalEnum(...languages),
  kind: T.literalEnum(...relationKinds).nullable(),
  lane: T.integer,
  lanes: T.integer,
};
export const workingNoteProps = { w: T.nonZeroNumber, h: T.nonZeroNumber, text: T.string };
export const relationEndProps = { end: T.literalEnum('source', 'target') };

export type CanvasKind = 'role' | 'relation' | 'note';

export const shapeIdOf = (kind: CanvasKind, id: string): TLShapeId => createShapeId(`${kind}:${id}`);
export const bindingIdOf = (relation: string, end: 'source' | 'target'): TLBindingId => createBindingId(`${end}:${relation}`);

/** The kind and domain id behind a shape's id; null for shapes that tldraw made by itself (a clone being dragged). */
export function entityOfShape(id: TLShapeId): { readonly kind: CanvasKind; readonly id: string } | null {
  const [, kind, entity, ...rest] = id.split(':');
  if (rest.length || !isEntityId(entity)) return null;
  return kind === 'role' || kind === 'relation' || kind === 'note' ? { kind, id: entity } : null;
}

/** The item's name behind a shape's id (`role:4f`), as selections and presence use it. */
export function nameOfShape(id: TLShapeId): string | null {
  const entity = entityOfShape(id);
  return entity && `${entity.kind}:${entity.id}`;
}

/** The shape's id of an item's name; null for items that are no shapes. */
export function shapeIdOfName(name: string): TLShapeId | null {
  const id = createShapeId(name);
  return entityOfShape(id) ? id : null;
}
