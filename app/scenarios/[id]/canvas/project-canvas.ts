import type { IndexKey, TLBinding, TLBindingId, TLPageId, TLShape, TLShapeId } from 'tldraw';
import { longestNote } from '@/lib/domain/bounds';
import { languages, textIn, type Language, type Localized } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import { lanesOf } from '@/lib/figures/geometry';
import { layoutPhase } from '@/lib/figures/layout';
import { cutShort, shownText } from '@/lib/figures/shown-text';
import { bindingIdOf, shapeIdOf, shapeIdOfName, type CanvasKind, type CanvasShape } from './shapes/canvas-shapes';

export type CanvasRecord = TLShape | TLBinding;
/** What the store has to hold, by record id. */
export type CanvasRecords = Map<TLShapeId | TLBindingId, CanvasRecord>;

export interface CanvasView {
  readonly phase: Phase;
  readonly language: Language;
  readonly pageId: TLPageId;
  /** Where others are dragging something right now: `role:<id>` or `note:<id>` → box. */
  readonly drags: ReadonlyMap<string, Box>;
}

/**
 * The store's picture of a scenario: one phase, in the reader's language. A function of its arguments alone, so that at
 * rest every client with the same document and view holds the same records. What stands above what follows from the
 * order of the lists (relations, roles, notes), never from a peer's fractional index.
 */
export const projectCanvas = (scenario: Scenario, { phase, language, pageId, drags }: CanvasView): CanvasRecords => withDrags(pictureOf(scenario, phase, language, pageId), drags);

/** The records with what others drag where they drag it; the same records if nobody does. */
export function withDrags(records: CanvasRecords, drags: ReadonlyMap<string, Box>): CanvasRecords {
  if (!drags.size) return records;
  const shown = new Map(records);
  for (const [name, [x, y, w, h]] of drags) {
    const id = shapeIdOfName(name);
    const shape = id && (records.get(id) as CanvasShape | undefined);
    if (shape && shape.type !== 'relation') shown.set(shape.id, { ...shape, x, y, props: { ...shape.props, w, h } } as TLShape);
  }
  return shown;
}

/** The picture of a scenario as the document has it, without anybody's drag. */
export function pictureOf(scenario: Scenario, phase: Phase, language: Language, pageId: TLPageId): CanvasRecords {
  const records: CanvasRecords = new Map();
  const boxes = layoutPhase(scenario, phase);
  const enterprises = new Map(scenario.enterprises.map((enterprise) => [enterprise.id, enterprise]));
  const put = (kind: CanvasKind, id: string, layer: 'b' | 'c' | 'd', place: number, x: number, y: number, look: Look): void => {
    const shape: CanvasShape = {
      id: shapeIdOf(kind, id),
      typeName: 'shape',
      x,
      y,
      rotation: 0,
      index: indexKey(layer, place),
      parentId: pageId,
      isLocked: false,
      opacity: 1,
      meta: {},
      ...look,
    };
    records.set(shape.id, shape as TLShape);
  };

  const lanes = lanesOf(scenario.relations.filter((relation) => relation.phases.includes(phase)));
  scenario.relations.forEach((relation, place) => {
    if (!relation.phases.includes(phase)) return;
    const { source, target, kind } = relation;
    put('relation', relation.id, 'b', place, 0, 0, {
      type: 'relation',
      props: { source, target, kind, ...labelled(relation.label, language), ...laneIn(lanes, relation.id) },
    });
    for (const end of ['source', 'target'] as const) {
      const binding: TLBinding = {
        id: bindingIdOf(relation.id, end),
        typeName: 'binding',
        type: 'relation-end',
        fromId: shapeIdOf('relation', relation.id),
        toId: shapeIdOf('role', relation[end]),
        props: { end },
        meta: {},
      };
      records.set(binding.id, binding);
    }
  });
  scenario.roles.forEach((role, place) => {
    const placement = role.phases[phase];
    if (!placement) return;
    const [x, y, w, h] = boxes[role.id]!;
    const enterprise = placement.enterprise === null ? undefined : enterprises.get(placement.enterprise);
    put('role', role.id, 'c', place, x, y, {
      type: 'role',
      props: {
        w,
        h,
        ...labelled(role.label, language),
        enterprise: enterprise ? shownText(enterprise.name, language) : '',
        colour: enterprise ? enterprise.colour : -1,
      },
    });
  });
  scenario.notes.forEach((note, place) => {
    if (note.phase !== phase) return;
    const [x, y, w, h] = boxes[note.id]!;
    put('note', note.id, 'd', place, x, y, { type: 'working-note', props: { w, h, text: cutShort(note.text, longestNote) } });
  });
  return records;
}

type Look = { [S in CanvasShape as S['type']]: Pick<S, 'type' | 'props'> }[CanvasShape['type']];

function laneIn(lanes: ReturnType<typeof lanesOf>, id: string): { lane: number; lanes: number } {
  const { lane, lanes: count } = lanes.get(id)!;
  return { lane, lanes: count };
}

function labelled(label: Localized, language: Language): { label: string; lang: Language } {
  const text = textIn(label, language);
  return { label: shownText(label, language), lang: [language, ...languages].find((candidate) => text && label[candidate] === text) ?? language };
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** How many digits tldraw's index keys have behind their first letter. */
const width = { b: 2, c: 3, d: 4 } as const;

/** The index key of the n-th shape of a layer; keys of layer `b` stand below those of `c`, those below `d`. */
export function indexKey(layer: 'b' | 'c' | 'd', place: number): IndexKey {
  let rest = place;
  let key = '';
  for (let digit = 0; digit < width[layer]; digit++) {
    key = digits[rest % 62]! + key;
    rest = Math.floor(rest / 62);
  }
  return `${layer}${key}` as IndexKey;
}
