import * as Y from 'yjs';
import { dimensions, sectionKeys, type Dimension, type SectionKey } from '@/lib/domain/scenario';
import { languages, type Language } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';

/*
 * The names of a document's root types. They are part of the stored format: never rename one.
 * Everything is root-level or created together with its entity, so that no two people can create one container twice.
 */

/** An entity (role, relation, enterprise, note, reason): a map created whole by `createEntities`. */
export type Entity = Y.Map<unknown>;
export type EntityKind = 'roles' | 'relations' | 'enterprises' | 'notes' | 'reasons';
export const entityKinds: readonly EntityKind[] = ['roles', 'relations', 'enterprises', 'notes', 'reasons'];

export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta');
export const entitiesOf = (doc: Y.Doc, kind: EntityKind): Y.Map<Entity> => doc.getMap<Entity>(kind);
/** `<phase>:<role or note id>` → `[x, y, width, height]`. */
export const layoutOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('layout');
/**
 * `<enterprise id>:<dimension>:change` → change; `…:reason:<reason id>` → whether it is named; `…:evidence:<ref>` → true, of a
 * passage its words; false once it has been taken away.
 */
export const cellsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('cells');
/** `<section>:<language>` → `{ language, paragraphs }`, the leading wording for which that text was last declared right. */
export const rightForOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('rightFor');

/** The same keys as evidence has in `cells` → what it said when it was last confirmed; of a passage its anchor, too. */
export const evidenceRightForOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('evidenceRightFor');

export const layoutKey = (phase: Phase, id: string): string => `${phase}:${id}`;
export const changeKey = (enterprise: string, dimension: Dimension): string => `${enterprise}:${dimension}:change`;
export const reasonKey = (enterprise: string, dimension: Dimension, reason: string): string => `${enterprise}:${dimension}:reason:${reason}`;
/** @param ref `evidenceRef` */
export const evidenceKey = (enterprise: string, dimension: Dimension, ref: string): string => `${enterprise}:${dimension}:evidence:${ref}`;
export const rightForKey = (section: SectionKey, language: Language): string => `${section}:${language}`;
/** The key in `meta` of the language that leads; absent: English. */
export const leadingLanguageKey = 'leadingLanguage';

export const claimReasonName = (enterprise: string): string => `claim:${enterprise}:reason`;
export const rationaleName = (enterprise: string, dimension: Dimension): string => `cell:${enterprise}:${dimension}:rationale`;
/** What a dimension is in one phase. */
export const stateName = (enterprise: string, dimension: Dimension, phase: Phase): string => `cell:${enterprise}:${dimension}:${phase}`;
export const sectionName = (section: SectionKey, language: Language): string => `section:${section}:${language}`;

export const rationaleOf = (doc: Y.Doc, enterprise: string, dimension: Dimension): Y.Text =>
  doc.getText(rationaleName(enterprise, dimension));
/** What a dimension is today (`before`), or in the intended future, to edit in place. */
export const stateOf = (doc: Y.Doc, enterprise: string, dimension: Dimension, phase: Phase): Y.Text => doc.getText(stateName(enterprise, dimension, phase));
/** The same as plain text, without making a root that nobody has written into: there can be many. */
export const stateText = (doc: Y.Doc, enterprise: string, dimension: Dimension, phase: Phase): string =>
  doc.share.has(stateName(enterprise, dimension, phase)) ? stateOf(doc, enterprise, dimension, phase).toString() : '';
/** Why the wording may say something else of an enterprise than its cells. */
export const claimReasonOf = (doc: Y.Doc, enterprise: string): Y.Text => doc.getText(claimReasonName(enterprise));
export const sectionOf = (doc: Y.Doc, section: SectionKey, language: Language): Y.XmlFragment =>
  doc.getXmlFragment(sectionName(section, language));

/** The map of a live or deleted entity; undefined if there is none, or if it is not of a shape that this code knows. */
export function entityOf(doc: Y.Doc, kind: EntityKind, id: string): Entity | undefined {
  const entity: unknown = entitiesOf(doc, kind).get(id);
  return entity instanceof Y.Map ? entity : undefined;
}

/** The key of an entity's text in one language: a role's, relation's, enterprise's or reason's `label`, the scenario's `title`. */
export const labelKey = (language: Language): string => `label:${language}`;
export const titleKey = (language: Language): string => `title:${language}`;

/** An entity's label (an enterprise's name) in one language, to edit in place; undefined if the entity is gone. */
export function labelOf(doc: Y.Doc, kind: Exclude<EntityKind, 'notes'>, id: string, language: Language): Y.Text | undefined {
  return textAt(entityOf(doc, kind, id), labelKey(language));
}

/** A note's text, to edit in place; undefined if the note is gone. */
export function noteTextOf(doc: Y.Doc, id: string): Y.Text | undefined {
  return textAt(entityOf(doc, 'notes', id), 'text');
}

/** The scenario's title in one language, to edit in place. */
export function titleOf(doc: Y.Doc, language: Language): Y.Text | undefined {
  return textAt(metaOf(doc), titleKey(language));
}

function textAt(map: Entity | undefined, key: string): Y.Text | undefined {
  const text = map?.get(key);
  return isPlainText(text) ? text : undefined;
}

/** True for what holds a label; not for an XML text, which writes attributes out as it is read, and can fail over crafted ones. */
export function isPlainText(value: unknown): value is Y.Text {
  return value instanceof Y.Text && !(value instanceof Y.XmlText);
}

/** Every (section, language), in printing order. */
export const sectionTexts: readonly { section: SectionKey; language: Language }[] = sectionKeys.flatMap((section) =>
  languages.map((language) => ({ section, language })),
);

/** Every dimension's rationale of one enterprise. */
export const rationalesOf = (doc: Y.Doc, enterprise: string): Y.Text[] =>
  dimensions.map((dimension) => rationaleOf(doc, enterprise, dimension));
