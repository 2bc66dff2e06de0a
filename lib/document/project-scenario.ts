import * as Y from 'yjs';
import { byKey } from '@/lib/domain/by-key';
import type { RightFor } from '@/lib/domain/counterparts';
import { isLanguage, languages, workingLanguage, type Localized } from '@/lib/domain/languages';
import { inEvidenceOrder } from '@/lib/domain/evidence';
import { isEntityId } from '@/lib/domain/items';
import { phases, isPhase, type Phase } from '@/lib/domain/phases';
import { farthest, highestColour } from '@/lib/domain/bounds';
import {
  changes,
  claims,
  dimensions,
  relationKinds,
  schemaVersion,
  sectionKeys,
  type Box,
  type Cell,
  type Dimension,
  type Enterprise,
  type Note,
  type Reason,
  type Relation,
  type Role,
  type RolePlacement,
  type Scenario,
} from '@/lib/domain/scenario';
import { isStandardReason, reasonIds } from '@/lib/domain/reasons';
import { soundText } from '@/lib/domain/text';
import { readCellLinks, readEvidence, readingOnce, type CellLinks, type PlainReader } from './cell-links';
import { readRichText } from './rich-text';
import { cellsOf, changeKey, claimReasonOf, entitiesOf, isPlainText, labelKey, layoutKey, layoutOf, leadingLanguageKey, metaOf, rationaleOf, rightForKey, rightForOf, sectionOf, stateText, titleKey, type Entity, type EntityKind } from './roots';

/**
 * The one reading of a document: plain, typed, canonical (entities in their order, ties by id; marked ones left out).
 * A record that this code does not understand is skipped or read as empty, never an error: one bad record must not hide
 * the others. Texts come out sound (`soundText`), so that a crafted one can not break a store or a figure. A relation is shown only in phases in which both its roles stand, and not at all if a role is gone.
 */
export function projectScenario(doc: Y.Doc): Scenario {
  const meta = metaOf(doc);
  const leadingLanguage = meta.get(leadingLanguageKey);
  const enterprises = live(doc, 'enterprises').map(([id, entity]) => projectEnterprise(doc, id, entity));
  const known = new Set(enterprises.map((enterprise) => enterprise.id));
  const roles = live(doc, 'roles').map(([id, entity]) => projectRole(doc, id, entity, known));
  const roleById = new Map(roles.map((role) => [role.id, role]));
  const relations = live(doc, 'relations').flatMap(([id, entity]) => projectRelation(id, entity, roleById));
  const reasons = live(doc, 'reasons').flatMap(([id, entity]): Reason[] => (isStandardReason(id) ? [] : [{ id, label: readLocalized(entity, labelKey) }]));
  const surroundings: Surroundings = { links: readCellLinks(doc), reasons: reasonIds(reasons), plainOf: readingOnce(), standing: new Set([...roles.map(({ id }) => `role:${id}`), ...relations.map(({ id }) => `relation:${id}`)]) };
  return {
    schemaVersion: readNumber(meta.get('schemaVersion'), schemaVersion),
    title: readLocalized(meta, titleKey),
    origin: readOptionalString(meta.get('origin')),
    bestPractice: readOptionalString(meta.get('bestPractice')),
    roles,
    relations,
    enterprises,
    notes: live(doc, 'notes').flatMap(([id, entity]) => projectNote(doc, id, entity)),
    reasons,
    assessment: Object.fromEntries(enterprises.map(({ id }) => [id, byKey(dimensions, (dimension) => projectCell(doc, id, dimension, surroundings))])),
    sections: byKey(sectionKeys, (section) => byKey(languages, (language) => readRichText(sectionOf(doc, section, language)))),
    leadingLanguage: isLanguage(leadingLanguage) ? leadingLanguage : workingLanguage,
    rightFor: byKey(sectionKeys, (section) => byKey(languages, (language) => readRightFor(rightForOf(doc).get(rightForKey(section, language))))),
  };
}

function live(doc: Y.Doc, kind: EntityKind): [string, Entity][] {
  const entries: [string, Entity][] = [];
  entitiesOf(doc, kind).forEach((entity: unknown, id) => {
    if (isEntityId(id) && entity instanceof Y.Map && entity.get('deleted') !== true) entries.push([id, entity]);
  });
  const orderOf = (entity: Entity): number => readNumber(entity.get('order'), 0);
  return entries.sort(([a, x], [b, y]) => orderOf(x) - orderOf(y) || (a < b ? -1 : 1));
}

function projectEnterprise(doc: Y.Doc, id: string, entity: Entity): Enterprise {
  return {
    id,
    name: readLocalized(entity, labelKey),
    colour: Math.min(highestColour, Math.max(0, Math.trunc(readNumber(entity.get('colour'), 0)))),
    newInFuture: entity.get('newInFuture') === true,
    claim: claims.find((claim) => claim === entity.get('claim')) ?? null,
    claimReason: soundText(claimReasonOf(doc, id).toString()),
  };
}

function projectRole(doc: Y.Doc, id: string, entity: Entity, enterprises: ReadonlySet<string>): Role {
  const placements: Partial<Record<Phase, RolePlacement>> = {};
  for (const phase of phases) {
    if (entity.get(phase) !== true) continue;
    const enterprise = entity.get(`enterprise:${phase}`);
    placements[phase] = {
      enterprise: typeof enterprise === 'string' && enterprises.has(enterprise) ? enterprise : null,
      box: readBox(layoutOf(doc).get(layoutKey(phase, id))),
    };
  }
  return { id, label: readLocalized(entity, labelKey), phases: placements };
}

function projectRelation(id: string, entity: Entity, roles: ReadonlyMap<string, Role>): Relation[] {
  const source = roles.get(entity.get('source') as string); // whatever else it is, it is the key of no role
  const target = roles.get(entity.get('target') as string);
  if (!source || !target) return [];
  return [
    {
      id,
      label: readLocalized(entity, labelKey),
      kind: relationKinds.find((kind) => kind === entity.get('kind')) ?? null,
      source: source.id,
      target: target.id,
      phases: phases.filter((phase) => entity.get(phase) === true && source.phases[phase] && target.phases[phase]),
    },
  ];
}

function projectNote(doc: Y.Doc, id: string, entity: Entity): Note[] {
  const phase = entity.get('phase');
  if (!isPhase(phase)) return [];
  return [{ id, text: readText(entity.get('text')), phase, box: readBox(layoutOf(doc).get(layoutKey(phase, id))) }];
}

/** What cells refer to. */
interface Surroundings {
  readonly links: ReadonlyMap<string, CellLinks>;
  /** The reasons that there are, in their order. */
  readonly reasons: readonly string[];
  /** The roles and relations that there are: `role:<id>`, `relation:<id>`. */
  readonly standing: ReadonlySet<string>;
  readonly plainOf: PlainReader;
}

function projectCell(doc: Y.Doc, enterprise: string, dimension: Dimension, { links, reasons, standing, plainOf }: Surroundings): Cell {
  const change = cellsOf(doc).get(changeKey(enterprise, dimension));
  const own = links.get(`${enterprise}:${dimension}`);
  const evidence = (own?.evidence ?? []).map((link) => readEvidence(doc, enterprise, dimension, link, plainOf));
  return {
    change: changes.find((candidate) => candidate === change) ?? null,
    rationale: soundText(rationaleOf(doc, enterprise, dimension).toString()),
    before: soundText(stateText(doc, enterprise, dimension, 'before')),
    after: soundText(stateText(doc, enterprise, dimension, 'after')),
    reasons: own ? reasons.filter((id) => own.reasons.has(id)) : [],
    // of what is gone, and of which nobody knows what it said, there is nothing to tell
    evidence: inEvidenceOrder(evidence.filter((each) => each.kind === 'text' || each.rightFor !== null || standing.has(`${each.kind}:${each.id}`))),
  };
}

function readRightFor(value: unknown): RightFor | null {
  const { language, paragraphs } = (value ?? {}) as { readonly language?: unknown; readonly paragraphs?: unknown };
  if (!isLanguage(language) || !Array.isArray(paragraphs) || !paragraphs.every((paragraph) => typeof paragraph === 'string')) return null;
  return { language, paragraphs: paragraphs.map(soundText) };
}

function readLocalized(map: Y.Map<unknown>, keyOf: (language: (typeof languages)[number]) => string): Localized {
  return byKey(languages, (language) => readText(map.get(keyOf(language))));
}

function readText(value: unknown): string {
  if (isPlainText(value)) return soundText(value.toString());
  return typeof value === 'string' ? soundText(value) : '';
}

function readBox(value: unknown): Box | null {
  if (!Array.isArray(value) || value.length !== 4 || !value.every((part) => Number.isFinite(part) && Math.abs(part) <= farthest)) return null;
  const [x, y, width, height] = (value as [number, number, number, number]).map(Math.round) as [number, number, number, number];
  return width > 0 && height > 0 ? [x + 0, y + 0, width, height] : null; // `+ 0` makes 0 of -0
}

const readNumber = (value: unknown, fallback: number): number => (typeof value === 'number' && Number.isFinite(value) ? value : fallback);
const readOptionalString = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? soundText(value) || null : null);
