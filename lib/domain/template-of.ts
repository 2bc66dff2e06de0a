import { byKey } from './by-key';
import { neverDeclaredRight } from './counterparts';
import { inEvidenceOrder, type Evidence, type RelationContent, type RoleContent } from './evidence';
import { emptyLocalized, languages, type Language } from './languages';
import { isStandardReason, reasonIds } from './reasons';
import { dimensions, emptyCell, sectionKeys, type Cell, type Scenario } from './scenario';

export interface FromTemplate {
  readonly title: string;
  /** The language in which `title` is written. */
  readonly language: Language;
  /** What is judged and worded comes along too; by default the structure alone. */
  readonly withContent: boolean;
}

/**
 * A scenario that begins with another one's structure: its roles, relations, enterprises, notes and own reasons, each with a new
 * id. Content that comes along refers to the new ids too.
 * @param newId makes an id that nothing else has
 */
export function templateOf(scenario: Scenario, { title, language, withContent }: FromTemplate, newId: () => string): Scenario {
  const ids = new Map([...scenario.roles, ...scenario.relations, ...scenario.enterprises, ...scenario.notes, ...scenario.reasons].map(({ id }) => [id, newId()]));
  // what is named although it is not there (evidence that is gone) gets an id as well, so that nothing is named by an old one
  const idOf = (old: string): string => {
    const known = ids.get(old) ?? newId();
    ids.set(old, known);
    return known;
  };
  const renamed = <T extends { readonly id: string }>(entity: T): T => ({ ...entity, id: idOf(entity.id) });
  const reasons = scenario.reasons.map(renamed);

  const roleSaid = (role: RoleContent): RoleContent => ({ ...role, phases: Object.fromEntries(Object.entries(role.phases).map(([phase, enterprise]) => [phase, enterprise && idOf(enterprise)])) });
  const relationSaid = (relation: RelationContent): RelationContent => ({ ...relation, source: idOf(relation.source), target: idOf(relation.target) });
  const evidenceOf = (evidence: Evidence): Evidence => {
    if (evidence.kind === 'role') return { ...evidence, id: idOf(evidence.id), rightFor: evidence.rightFor && roleSaid(evidence.rightFor) };
    if (evidence.kind === 'relation') return { ...evidence, id: idOf(evidence.id), rightFor: evidence.rightFor && relationSaid(evidence.rightFor) };
    return evidence;
  };
  const cellOf = (cell: Cell): Cell => {
    const named = new Set(cell.reasons.map((id) => (isStandardReason(id) ? id : idOf(id))));
    return { ...cell, reasons: reasonIds(reasons).filter((id) => named.has(id)), evidence: inEvidenceOrder(cell.evidence.map(evidenceOf)) };
  };

  return {
    ...scenario,
    title: { ...emptyLocalized, [language]: title },
    roles: scenario.roles.map((role) => ({ ...renamed(role), phases: Object.fromEntries(Object.entries(role.phases).map(([phase, placement]) => [phase, { ...placement, enterprise: placement.enterprise && idOf(placement.enterprise) }])) })),
    relations: scenario.relations.map((relation) => ({ ...renamed(relation), source: idOf(relation.source), target: idOf(relation.target) })),
    enterprises: scenario.enterprises.map((enterprise) => ({ ...renamed(enterprise), ...(!withContent && { claim: null, claimReason: '' }) })),
    notes: scenario.notes.map(renamed),
    reasons,
    assessment: Object.fromEntries(scenario.enterprises.map(({ id }) => [idOf(id), byKey(dimensions, (dimension) => (withContent ? cellOf(scenario.assessment[id]![dimension]) : emptyCell))])),
    ...(!withContent && { bestPractice: null, sections: byKey(sectionKeys, () => byKey(languages, () => [])), rightFor: neverDeclaredRight }),
  };
}
