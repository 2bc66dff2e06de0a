import * as Y from 'yjs';
import { isEntityId } from '@/lib/domain/items';
import { languages } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import { dimensions } from '@/lib/domain/scenario';
import {
  cellsOf,
  changeKey,
  claimReasonOf,
  entitiesOf,
  entityKinds,
  entityOf,
  isPlainText,
  labelKey,
  layoutKey,
  layoutOf,
  leadingLanguageKey,
  metaOf,
  rationaleOf,
  rightForKey,
  rightForOf,
  sectionOf,
  sectionTexts,
  stateOf,
  stateText,
  titleKey,
  type Entity,
  type EntityKind,
} from '@/lib/document/roots';
import { makeFragment } from './make-fragment';
import { makeText } from './make-text';
import { restoreEvidence } from './restore-evidence';
import { restoreValue } from './restore-value';

const perPhase = (key: (phase: string) => string): string[] => phases.map(key);
/** The plain values of each kind of entity; texts are made word by word. */
const valueKeys: Readonly<Record<EntityKind, readonly string[]>> = {
  roles: ['order', ...phases, ...perPhase((phase) => `enterprise:${phase}`)],
  relations: ['order', 'kind', 'source', 'target', ...phases],
  enterprises: ['order', 'colour', 'newInFuture', 'claim'],
  notes: ['order', 'phase'],
  reasons: ['order'],
};
const labelKeys = languages.map(labelKey);
const textKeys: Readonly<Record<EntityKind, readonly string[]>> = { roles: labelKeys, relations: labelKeys, enterprises: labelKeys, notes: ['text'], reasons: labelKeys };

/**
 * Makes a document say what another state of it says, by the smallest edits, as one transaction: `projectScenario` of both
 * is the same afterwards. Entities of which the other state knows nothing are marked as deleted, deleted ones come back with
 * what they hold; roots and keys that this code does not know stay as they are.
 * @param wanted an earlier state of the same document
 */
export function restoreContent(doc: Y.Doc, wanted: Y.Doc): void {
  doc.transact(() => {
    restoreMeta(doc, wanted);
    for (const kind of entityKinds) restoreEntities(doc, wanted, kind);
    restoreCells(doc, wanted);
    for (const { section, language } of sectionTexts) {
      makeFragment(sectionOf(doc, section, language), sectionOf(wanted, section, language));
      restoreValue(rightForOf(doc), rightForOf(wanted), rightForKey(section, language));
    }
    restoreEvidence(doc, wanted, liveIds(wanted, 'enterprises')); // once the wording stands, in which its passages are found
  });
}

function restoreMeta(doc: Y.Doc, wanted: Y.Doc): void {
  for (const language of languages) restoreText(metaOf(doc), metaOf(wanted), titleKey(language));
  for (const key of ['origin', 'bestPractice', leadingLanguageKey]) restoreValue(metaOf(doc), metaOf(wanted), key);
}

function restoreEntities(doc: Y.Doc, wanted: Y.Doc, kind: EntityKind): void {
  const then = new Set(liveIds(wanted, kind));
  for (const id of liveIds(doc, kind)) if (!then.has(id)) entityOf(doc, kind, id)!.set('deleted', true);
  for (const id of then) {
    const source = entityOf(wanted, kind, id)!;
    let entity = entityOf(doc, kind, id);
    if (!entity) entitiesOf(doc, kind).set(id, (entity = new Y.Map<unknown>()));
    for (const key of textKeys[kind]) restoreText(entity, source, key);
    for (const key of valueKeys[kind]) restoreValue(entity, source, key);
    if (kind === 'roles' || kind === 'notes') for (const phase of phases) restoreValue(layoutOf(doc), layoutOf(wanted), layoutKey(phase, id));
    // Last, so that nobody who looks in between sees half of it; and only if need be.
    if (entity.get('deleted') !== false && entity.get('deleted') !== undefined) entity.set('deleted', false);
  }
}

function liveIds(doc: Y.Doc, kind: EntityKind): string[] {
  const ids: string[] = [];
  entitiesOf(doc, kind).forEach((entity: unknown, id) => {
    if (isEntityId(id) && entity instanceof Y.Map && entity.get('deleted') !== true) ids.push(id);
  });
  return ids;
}

function restoreCells(doc: Y.Doc, wanted: Y.Doc): void {
  for (const id of liveIds(wanted, 'enterprises')) {
    makeText(claimReasonOf(doc, id), claimReasonOf(wanted, id).toString());
    for (const dimension of dimensions) {
      restoreValue(cellsOf(doc), cellsOf(wanted), changeKey(id, dimension));
      makeText(rationaleOf(doc, id, dimension), rationaleOf(wanted, id, dimension).toString());
      for (const phase of phases) if (stateText(doc, id, dimension, phase) !== stateText(wanted, id, dimension, phase)) makeText(stateOf(doc, id, dimension, phase), stateText(wanted, id, dimension, phase));
    }
  }
}

function restoreText(map: Entity, source: Entity, key: string): void {
  const held = source.get(key);
  const then = isPlainText(held) ? held.toString() : typeof held === 'string' ? held : '';
  const now = map.get(key);
  if (isPlainText(now)) makeText(now, then);
  else if (typeof now !== 'string' || now !== then) map.set(key, new Y.Text(then));
}
