import type { z } from 'zod';
import { byKey } from '@/lib/domain/by-key';
import { evidenceName, inEvidenceOrder, passagesIn, relationContent, roleContent, type Evidence } from '@/lib/domain/evidence';
import type { Language } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import { isStandardReason, reasonIds } from '@/lib/domain/reasons';
import { plainText } from '@/lib/domain/rich-text';
import { dimensions, type Cell, type Scenario, type SectionKey } from '@/lib/domain/scenario';
import type { exchangeSchema } from './exchange-schema';
import { invalidScenario, type Path } from './problems';

type Read = z.output<typeof exchangeSchema>['scenario'];
type ReadCell = Read['assessment'][string]['who'];
type ReadEvidence = ReadCell['evidence'][number];

/**
 * The cells of a file with their reasons and evidence in order: evidence of which the file does not say for what it was right
 * counts as right for what the file holds.
 * @throws AccordError('invalid-scenario') for the first reason, role, relation or passage that there is not, or is named twice
 */
export function completeAssessment(read: Read): Scenario['assessment'] {
  read.reasons.forEach(({ id }, index) => {
    if (isStandardReason(id) || read.reasons.findIndex((each) => each.id === id) !== index) throw invalidScenario(['scenario', 'reasons', index, 'id'], 'repeated-id', { found: id });
  });
  const reasons = reasonIds(read.reasons);
  const passageOf = passageFinder(read.sections);
  return Object.fromEntries(
    Object.entries(read.assessment).map(([enterprise, cells]) => [
      enterprise,
      byKey(dimensions, (dimension) => completeCell(read, reasons, passageOf, cells[dimension], ['scenario', 'assessment', enterprise, dimension])),
    ]),
  );
}

function completeCell(read: Read, known: readonly string[], passageOf: PassageFinder, cell: ReadCell, path: Path): Cell {
  cell.reasons.forEach((id, index) => {
    if (!known.includes(id)) throw invalidScenario([...path, 'reasons', index], 'unknown-reason', { found: id });
    if (cell.reasons.indexOf(id) !== index) throw invalidScenario([...path, 'reasons', index], 'repeated-id', { found: id });
  });
  const named = new Set<string>();
  const evidence = cell.evidence.map((each, index) => {
    const name = evidenceName(each);
    if (named.has(name)) throw invalidScenario([...path, 'evidence', index], 'repeated-evidence', { found: each.kind === 'text' ? each.quote : each.id });
    named.add(name);
    return completeEvidence(read, passageOf, each, [...path, 'evidence', index]);
  });
  return { ...cell, reasons: known.filter((id) => cell.reasons.includes(id)), evidence: inEvidenceOrder(evidence) };
}

/** Finds passages in the file's wording, of which each text is read once. */
type PassageFinder = (section: SectionKey, language: Language, words: string) => string | null;

function passageFinder(sections: Read['sections']): PassageFinder {
  const texts = new Map<string, ReturnType<typeof passagesIn>>();
  return (section, language, words) => {
    const find = texts.get(`${section}:${language}`) ?? passagesIn(plainText(sections[section][language]));
    texts.set(`${section}:${language}`, find);
    return find(words);
  };
}

/** What is gone is kept with what it said; what nobody knows anything of is refused. */
function completeEvidence(read: Read, passageOf: PassageFinder, evidence: ReadEvidence, path: Path): Evidence {
  if (evidence.kind === 'role') {
    const role = read.roles.find(({ id }) => id === evidence.id);
    const rightFor = evidence.rightFor === undefined ? role && roleContent(role) : (evidence.rightFor ?? (role && null));
    if (rightFor === undefined) throw invalidScenario([...path, 'id'], 'unknown-role', { found: evidence.id });
    return { kind: 'role', id: evidence.id, rightFor: rightFor && { label: rightFor.label, phases: Object.fromEntries(phases.flatMap((phase) => (rightFor.phases[phase] === undefined ? [] : [[phase, rightFor.phases[phase]]]))) } };
  }
  if (evidence.kind === 'relation') {
    const relation = read.relations.find(({ id }) => id === evidence.id);
    const rightFor = evidence.rightFor === undefined ? relation && relationContent(relation) : (evidence.rightFor ?? (relation && null));
    if (rightFor === undefined) throw invalidScenario([...path, 'id'], 'unknown-relation', { found: evidence.id });
    return { kind: 'relation', id: evidence.id, rightFor: rightFor && { ...rightFor, phases: phases.filter((phase) => rightFor.phases.includes(phase)) } };
  }
  const { kind, section, language, quote } = evidence;
  const rightFor = evidence.rightFor === undefined ? quote : evidence.rightFor;
  if (rightFor === null) return { kind, section, language, quote, rightFor, says: null };
  const says = evidence.says === null ? null : passageOf(section, language, evidence.says ?? rightFor);
  if (says === null && typeof evidence.says === 'string') throw invalidScenario([...path, 'says'], 'unknown-words', { found: evidence.says });
  return { kind, section, language, quote, rightFor, says };
}
