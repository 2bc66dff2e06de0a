import type { RightFor } from '@/lib/domain/counterparts';
import { evidenceName, type Evidence } from '@/lib/domain/evidence';
import { languages, type Localized } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import { ownReasonLabel } from '@/lib/domain/reasons';
import { dimensions, emptyCell, sectionKeys, type Box, type Enterprise, type Note, type Reason, type Relation, type Role, type RolePlacement, type Scenario } from '@/lib/domain/scenario';
import { diffRichText } from './diff-rich-text';
import { diffText } from './diff-text';
import type { CellChange, EnterpriseChange, ListDiff, LocalizedDiff, NoteChange, ReasonChange, RelationChange, RoleChange, ScenarioDiff, ValueChange } from './scenario-diff';

/**
 * Compares two versions of a scenario: wording word by word, cells, the network, and what stands beside it.
 * `applyDiff(a, diffScenario(a, b))` is `b`. A pure function, fast enough to run at every pause in typing.
 */
export function diffScenario(a: Scenario, b: Scenario): ScenarioDiff {
  return {
    schemaVersion: changeOf(a.schemaVersion, b.schemaVersion) ?? null,
    title: diffLocalized(a.title, b.title),
    origin: changeOf(a.origin, b.origin) ?? null,
    bestPractice: changeOf(a.bestPractice, b.bestPractice) ?? null,
    roles: diffList(a.roles, b.roles, diffRole),
    relations: diffList(a.relations, b.relations, diffRelation),
    enterprises: diffList(a.enterprises, b.enterprises, diffEnterprise),
    notes: diffList(a.notes, b.notes, diffNote),
    reasons: diffList(a.reasons, b.reasons, diffReason),
    cells: b.enterprises.flatMap(({ id }) => diffCells(a, b, id)),
    sections: sectionKeys.flatMap((section) =>
      languages.flatMap((language) => {
        const diff = diffRichText(a.sections[section][language], b.sections[section][language]);
        return diff ? [{ section, language, diff }] : [];
      }),
    ),
    leadingLanguage: changeOf(a.leadingLanguage, b.leadingLanguage) ?? null,
    rightFor: sectionKeys.flatMap((section) =>
      languages.flatMap((language) => {
        const [from, to] = [a.rightFor[section][language], b.rightFor[section][language]];
        return isSameRightFor(from, to) ? [] : [{ section, language, from, to }];
      }),
    ),
  };
}

const changeOf = <T>(from: T, to: T): ValueChange<T> | undefined => (from === to ? undefined : { from, to });

const isSameRightFor = (a: RightFor | null, b: RightFor | null): boolean =>
  a === b || (a !== null && b !== null && a.language === b.language && a.paragraphs.length === b.paragraphs.length && a.paragraphs.every((paragraph, index) => paragraph === b.paragraphs[index]));

function diffList<Thing extends { readonly id: string }, Changed>(a: readonly Thing[], b: readonly Thing[], diff: (a: Thing, b: Thing) => Changed | null): ListDiff<Thing, Changed> {
  const before = new Map(a.map((thing) => [thing.id, thing]));
  const after = new Set(b.map(({ id }) => id));
  const added = b.filter(({ id }) => !before.has(id));
  const order = [...a.filter(({ id }) => after.has(id)), ...added].map(({ id }) => id);
  return {
    added,
    dropped: a.filter(({ id }) => !after.has(id)),
    changed: b.flatMap((thing) => {
      const old = before.get(thing.id);
      const changed = old && diff(old, thing);
      return changed ? [changed] : [];
    }),
    order: order.every((id, index) => b[index]?.id === id) ? null : b.map(({ id }) => id),
  };
}

function diffLocalized(a: Localized, b: Localized): LocalizedDiff {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const diff = diffText(a[language], b[language]);
      return diff ? [[language, diff]] : [];
    }),
  );
}

/** The change, or null if nothing but the id is in it. */
function unlessEmpty<T extends { readonly id: string }>(change: T): T | null {
  const says = (value: unknown): boolean => value !== undefined && value !== null && (typeof value !== 'object' || Object.keys(value).length > 0);
  return Object.entries(change).some(([key, value]) => key !== 'id' && says(value)) ? change : null;
}

function diffRole(a: Role, b: Role): RoleChange | null {
  const placements = phases.flatMap((phase) => {
    const [from, to] = [a.phases[phase] ?? null, b.phases[phase] ?? null];
    return isSamePlacement(from, to) ? [] : [[phase, { from, to }] as const];
  });
  return unlessEmpty({ id: b.id, label: diffLocalized(a.label, b.label), phases: Object.fromEntries(placements) });
}

const isSamePlacement = (a: RolePlacement | null, b: RolePlacement | null): boolean => a === b || (a !== null && b !== null && a.enterprise === b.enterprise && isSameBox(a.box, b.box));
const isSameBox = (a: Box | null, b: Box | null): boolean => a === b || (a !== null && b !== null && a.every((side, index) => side === b[index]));

function diffRelation(a: Relation, b: Relation): RelationChange | null {
  const kind = changeOf(a.kind, b.kind);
  const source = changeOf(a.source, b.source);
  const target = changeOf(a.target, b.target);
  const stands = a.phases.join() === b.phases.join() ? undefined : { from: a.phases, to: b.phases };
  return unlessEmpty({ id: b.id, label: diffLocalized(a.label, b.label), ...(kind && { kind }), ...(source && { source }), ...(target && { target }), ...(stands && { phases: stands }) });
}

function diffEnterprise(a: Enterprise, b: Enterprise): EnterpriseChange | null {
  const colour = changeOf(a.colour, b.colour);
  const newInFuture = changeOf(a.newInFuture, b.newInFuture);
  const claim = changeOf(a.claim, b.claim);
  return unlessEmpty({ id: b.id, name: diffLocalized(a.name, b.name), claimReason: diffText(a.claimReason, b.claimReason), ...(claim && { claim }), ...(colour && { colour }), ...(newInFuture && { newInFuture }) });
}

function diffNote(a: Note, b: Note): NoteChange | null {
  const phase = changeOf(a.phase, b.phase);
  const box = isSameBox(a.box, b.box) ? undefined : { from: a.box, to: b.box };
  return unlessEmpty({ id: b.id, text: diffText(a.text, b.text), ...(phase && { phase }), ...(box && { box }) });
}

function diffReason(a: Reason, b: Reason): ReasonChange | null {
  return unlessEmpty({ id: b.id, label: diffLocalized(a.label, b.label) });
}

function diffCells(a: Scenario, b: Scenario, enterprise: string): CellChange[] {
  return dimensions.flatMap((dimension) => {
    const from = cellOf(a, enterprise)?.[dimension] ?? emptyCell;
    const to = cellOf(b, enterprise)?.[dimension] ?? emptyCell;
    const change = changeOf(from.change, to.change);
    const texts = { rationale: diffText(from.rationale, to.rationale), before: diffText(from.before, to.before), after: diffText(from.after, to.after) };
    const reasons = from.reasons.join() === to.reasons.join() ? undefined : { from: from.reasons, to: to.reasons };
    const renamedReasons = to.reasons.filter((id) => from.reasons.includes(id) && isRenamed(a, b, id));
    const evidence = isSameEvidence(from.evidence, to.evidence) ? undefined : { from: from.evidence, to: to.evidence };
    const named = { ...(reasons && { reasons }), ...(renamedReasons.length > 0 && { renamedReasons }), ...(evidence && { evidence }) };
    return change || Object.values(texts).some(Boolean) || Object.keys(named).length > 0 ? [{ enterprise, dimension, ...(change && { change }), ...texts, ...named }] : [];
  });
}

function isRenamed(a: Scenario, b: Scenario, reason: string): boolean {
  const [was, is] = [ownReasonLabel(a, reason), ownReasonLabel(b, reason)];
  return was !== undefined && is !== undefined && languages.some((language) => was[language] !== is[language]);
}

const isSameEvidence = (a: readonly Evidence[], b: readonly Evidence[]): boolean => a === b || JSON.stringify(a.map(plainEvidence)) === JSON.stringify(b.map(plainEvidence));
/** Phases of a role may be named in any order. */
const plainEvidence = (evidence: Evidence): unknown => [evidenceName(evidence), sortedKeys(evidence)];
const sortedKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)).map(([key, part]) => [key, sortedKeys(part)]) : value;

/** True if a cell says something else in what is agreed; false if only its evidence was confirmed, or has changed itself. */
export function isSaidOtherwise({ change, rationale, before, after, reasons, renamedReasons, evidence }: CellChange): boolean {
  return [change, rationale, before, after, reasons, renamedReasons].some(Boolean) || (evidence !== undefined && !isSameLinks(evidence.from, evidence.to));
}

/** True if two versions of a cell name the same evidence, whatever it says by now. */
export function isSameLinks(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  return a.map(evidenceName).join('\0') === b.map(evidenceName).join('\0');
}

/** An enterprise's cells; ids may be named like what every object has. */
export function cellOf(scenario: Scenario, enterprise: string): Scenario['assessment'][string] | undefined {
  return Object.hasOwn(scenario.assessment, enterprise) ? scenario.assessment[enterprise] : undefined;
}
