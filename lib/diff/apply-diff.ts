import { byKey } from '@/lib/domain/by-key';
import { languages, type Localized } from '@/lib/domain/languages';
import { phases, type Phase } from '@/lib/domain/phases';
import { dimensions, emptyCell, sectionKeys, type Cell, type Enterprise, type Note, type Reason, type Relation, type Role, type RolePlacement, type Scenario } from '@/lib/domain/scenario';
import { applyRichTextDiff } from './diff-rich-text';
import { cellOf } from './diff-scenario';
import { applyTextDiff } from './diff-text';
import type { CellChange, EnterpriseChange, ListDiff, LocalizedDiff, NoteChange, ReasonChange, RelationChange, RoleChange, ScenarioDiff } from './scenario-diff';

/**
 * Does to a scenario what the diff says.
 * @throws if the diff was made of another scenario, as far as that can be seen
 */
export function applyDiff(scenario: Scenario, diff: ScenarioDiff): Scenario {
  const enterprises = applyList(scenario.enterprises, diff.enterprises, applyEnterprise);
  const cells = new Map(diff.cells.map((change) => [`${change.enterprise}:${change.dimension}`, change]));
  const sections = new Map(diff.sections.map((change) => [`${change.section}:${change.language}`, change.diff]));
  return {
    schemaVersion: diff.schemaVersion ? diff.schemaVersion.to : scenario.schemaVersion,
    title: applyLocalized(scenario.title, diff.title),
    origin: diff.origin ? diff.origin.to : scenario.origin,
    bestPractice: diff.bestPractice ? diff.bestPractice.to : scenario.bestPractice,
    roles: applyList(scenario.roles, diff.roles, applyRole),
    relations: applyList(scenario.relations, diff.relations, applyRelation),
    enterprises,
    notes: applyList(scenario.notes, diff.notes, applyNote),
    reasons: applyList(scenario.reasons, diff.reasons, applyReason),
    assessment: Object.fromEntries(
      enterprises.map(({ id }) => [
        id,
        byKey(dimensions, (dimension) => {
          const before = cellOf(scenario, id)?.[dimension] ?? emptyCell;
          const change = cells.get(`${id}:${dimension}`);
          return change ? applyCell(before, change) : before;
        }),
      ]),
    ),
    sections: Object.fromEntries(
      Object.entries(scenario.sections).map(([section, texts]) => [section, byKey(languages, (language) => applyRichTextDiff(texts[language], sections.get(`${section}:${language}`) ?? null))]),
    ) as Scenario['sections'],
    leadingLanguage: diff.leadingLanguage ? diff.leadingLanguage.to : scenario.leadingLanguage,
    rightFor: byKey(sectionKeys, (section) =>
      byKey(languages, (language) => {
        const change = diff.rightFor.find((each) => each.section === section && each.language === language);
        return change ? change.to : scenario.rightFor[section][language];
      }),
    ),
  };
}

function applyList<Thing extends { readonly id: string }, Changed extends { readonly id: string }>(
  things: readonly Thing[],
  { added, dropped, changed, order }: ListDiff<Thing, Changed>,
  apply: (thing: Thing, change: Changed) => Thing,
): Thing[] {
  const gone = new Set(dropped.map(({ id }) => id));
  const changes = new Map(changed.map((change) => [change.id, change]));
  const kept = things.filter(({ id }) => !gone.has(id)).map((thing) => (changes.has(thing.id) ? apply(thing, changes.get(thing.id)!) : thing));
  const all = [...kept, ...added];
  if (!order) return all;
  const place = new Map(order.map((id, index) => [id, index]));
  return all.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
}

const applyLocalized = (text: Localized, diff: LocalizedDiff): Localized => byKey(languages, (language) => applyTextDiff(text[language], diff[language] ?? null));

function applyRole(role: Role, change: RoleChange): Role {
  const placements: Partial<Record<Phase, RolePlacement>> = {};
  for (const phase of phases) {
    const moved = change.phases[phase];
    const placement = moved ? moved.to : role.phases[phase];
    if (placement) placements[phase] = placement;
  }
  return { ...role, label: applyLocalized(role.label, change.label), phases: placements };
}

function applyRelation(relation: Relation, { label, kind, source, target, phases: stands }: RelationChange): Relation {
  return {
    ...relation,
    label: applyLocalized(relation.label, label),
    ...(kind && { kind: kind.to }),
    ...(source && { source: source.to }),
    ...(target && { target: target.to }),
    ...(stands && { phases: stands.to }),
  };
}

function applyEnterprise(enterprise: Enterprise, { name, colour, newInFuture, claim, claimReason }: EnterpriseChange): Enterprise {
  return { ...enterprise, name: applyLocalized(enterprise.name, name), claimReason: applyTextDiff(enterprise.claimReason, claimReason), ...(claim && { claim: claim.to }), ...(colour && { colour: colour.to }), ...(newInFuture && { newInFuture: newInFuture.to }) };
}

function applyCell(cell: Cell, { change, rationale, before, after, reasons, evidence }: CellChange): Cell {
  return {
    change: change ? change.to : cell.change,
    rationale: applyTextDiff(cell.rationale, rationale),
    before: applyTextDiff(cell.before, before),
    after: applyTextDiff(cell.after, after),
    reasons: reasons ? reasons.to : cell.reasons,
    evidence: evidence ? evidence.to : cell.evidence,
  };
}

const applyReason = (reason: Reason, { label }: ReasonChange): Reason => ({ ...reason, label: applyLocalized(reason.label, label) });

function applyNote(note: Note, { text, phase, box }: NoteChange): Note {
  return { ...note, text: applyTextDiff(note.text, text), ...(phase && { phase: phase.to }), ...(box && { box: box.to }) };
}
