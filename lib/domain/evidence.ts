import { languages, type Language, type Localized } from './languages';
import type { Phase } from './phases';
import { sectionKeys, type Dimension, type Relation, type RelationKind, type Role, type Scenario, type SectionKey } from './scenario';

/*
 * What the judgement of a cell rests on: roles, relations, and sentences of the wording. Whether it still bears the judgement
 * once it says something else is for people to say; the product remembers what it said when they last did.
 */

/** What of a role is evidence: what one agrees to of it, but not where it is drawn. */
export interface RoleContent {
  readonly label: Localized;
  /** The enterprise that assumes it, per phase in which it stands. */
  readonly phases: Readonly<Partial<Record<Phase, string | null>>>;
}

export interface RelationContent {
  readonly label: Localized;
  readonly kind: RelationKind | null;
  readonly source: string;
  readonly target: string;
  readonly phases: readonly Phase[];
}

/** `rightFor`: what it said when it was linked, or last confirmed; null: nobody knows. Not part of what is agreed. */
export interface RoleEvidence {
  readonly kind: 'role';
  readonly id: string;
  readonly rightFor: RoleContent | null;
}
export interface RelationEvidence {
  readonly kind: 'relation';
  readonly id: string;
  readonly rightFor: RelationContent | null;
}
export interface TextEvidence {
  readonly kind: 'text';
  readonly section: SectionKey;
  readonly language: Language;
  /** The words that were linked: they stay, whatever becomes of the text. */
  readonly quote: string;
  readonly rightFor: string | null;
  /** What stands in their place now; null: they are gone. Follows from the text. */
  readonly says: string | null;
}
export type Evidence = RoleEvidence | RelationEvidence | TextEvidence;

/**
 * `holds`: says what it said when it was last confirmed; `changed`: says something else, or nobody has confirmed it; `gone`:
 * is not there any more.
 */
export type EvidenceState = 'holds' | 'changed' | 'gone';

/** What a role or relation says now; null if it is not there. */
export function contentOfEvidence(scenario: Pick<Scenario, 'roles' | 'relations'>, evidence: RoleEvidence): RoleContent | null;
export function contentOfEvidence(scenario: Pick<Scenario, 'roles' | 'relations'>, evidence: RelationEvidence): RelationContent | null;
export function contentOfEvidence(scenario: Pick<Scenario, 'roles' | 'relations'>, evidence: RoleEvidence | RelationEvidence): RoleContent | RelationContent | null {
  const { kind, id } = evidence;
  if (kind === 'role') {
    const role = scenario.roles.find((each) => each.id === id);
    return role ? roleContent(role) : null;
  }
  const relation = scenario.relations.find((each) => each.id === id);
  return relation ? relationContent(relation) : null;
}

export const roleContent = ({ label, phases }: Role): RoleContent => ({ label, phases: Object.fromEntries(Object.entries(phases).map(([phase, { enterprise }]) => [phase, enterprise])) });
export const relationContent = ({ label, kind, source, target, phases }: Relation): RelationContent => ({ label, kind, source, target, phases });

export function evidenceState(scenario: Pick<Scenario, 'roles' | 'relations'>, evidence: Evidence): EvidenceState {
  if (evidence.kind === 'text') {
    if (evidence.says === null) return 'gone';
    return evidence.rightFor !== null && isSameWording(evidence.says, evidence.rightFor) ? 'holds' : 'changed';
  }
  const now = evidence.kind === 'role' ? contentOfEvidence(scenario, evidence) : contentOfEvidence(scenario, evidence);
  if (now === null) return 'gone';
  return evidence.rightFor !== null && isSameContent(now, evidence.rightFor) ? 'holds' : 'changed';
}

/** A piece of evidence as right for what it says now; what is gone stays as it is. */
export function confirmed(scenario: Pick<Scenario, 'roles' | 'relations'>, evidence: Evidence): Evidence {
  if (evidence.kind === 'text') return { ...evidence, rightFor: evidence.says ?? evidence.rightFor };
  if (evidence.kind === 'role') return { ...evidence, rightFor: contentOfEvidence(scenario, evidence) ?? evidence.rightFor };
  return { ...evidence, rightFor: contentOfEvidence(scenario, evidence) ?? evidence.rightFor };
}

/** The evidence of a cell at which somebody has to look again. */
export function evidenceToRecheck(scenario: Pick<Scenario, 'roles' | 'relations'>, evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter((each) => evidenceState(scenario, each) !== 'holds');
}

/**
 * Finds passages in a text, which is prepared once.
 * @returns the passage that has these words, however it is broken into paragraphs and lines; null: the words do not stand in it
 */
export function passagesIn(text: string): (words: string) => string | null {
  let letters: { readonly squeezed: string; readonly places: readonly number[] } | null = null;
  return (words) => {
    if (text.includes(words)) return words;
    const wanted = words.replace(/\s+/g, '');
    if (!wanted) return null;
    const { squeezed, places } = (letters ??= withoutSpace(text));
    const at = squeezed.indexOf(wanted);
    return at === -1 ? null : text.slice(places[at]!, places[at + wanted.length - 1]! + 1);
  };
}

function withoutSpace(text: string): { readonly squeezed: string; readonly places: readonly number[] } {
  const places: number[] = [];
  for (let index = 0; index < text.length; index++) if (!/\s/.test(text[index]!)) places.push(index);
  return { squeezed: text.replace(/\s+/g, ''), places };
}

/** True if two passages have the same words, however they are broken into paragraphs and lines. */
export function isSameWording(a: string, b: string): boolean {
  return plainWords(a) === plainWords(b);
}
const plainWords = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

function isSameContent(a: RoleContent | RelationContent, b: RoleContent | RelationContent): boolean {
  const said = ({ label, phases, ...rest }: RoleContent | RelationContent): string =>
    JSON.stringify([languages.map((language) => label[language].normalize('NFC')), Array.isArray(phases) ? phases : Object.entries(phases).sort(), Object.entries(rest).sort()]);
  return said(a) === said(b);
}

/** What a piece of evidence is, whatever it says: of its cell there is each only once. */
export function evidenceName(evidence: EvidenceLink): string {
  return evidence.kind === 'text' ? `text:${evidence.section}:${evidence.language}:${evidence.quote}` : `${evidence.kind}:${evidence.id}`;
}
export type EvidenceLink = Pick<RoleEvidence, 'kind' | 'id'> | Pick<RelationEvidence, 'kind' | 'id'> | Pick<TextEvidence, 'kind' | 'section' | 'language' | 'quote'>;

/** The one order of a cell's evidence: roles, relations, sentences as they are printed. */
export function inEvidenceOrder<T extends EvidenceLink>(evidence: readonly T[]): T[] {
  const rank = (each: EvidenceLink): readonly number[] =>
    each.kind === 'text' ? [2, sectionKeys.indexOf(each.section), languages.indexOf(each.language)] : [each.kind === 'role' ? 0 : 1, 0, 0];
  return [...evidence].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const at = x.findIndex((value, index) => value !== y[index]);
    if (at !== -1) return x[at]! - y[at]!;
    return evidenceName(a) < evidenceName(b) ? -1 : 1;
  });
}

/** A cell that names something as evidence. */
export interface EvidenceUse {
  readonly enterprise: string;
  readonly dimension: Dimension;
}

/** The cells that name a role or relation as evidence. */
export function usesAsEvidence({ assessment }: Pick<Scenario, 'assessment'>, kind: 'role' | 'relation', id: string): EvidenceUse[] {
  return Object.entries(assessment).flatMap(([enterprise, cells]) =>
    (Object.keys(cells) as Dimension[]).filter((dimension) => cells[dimension].evidence.some((each) => each.kind === kind && each.id === id)).map((dimension) => ({ enterprise, dimension })),
  );
}
