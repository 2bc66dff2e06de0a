import { bounds, deepestList } from '@/lib/domain/bounds';
import { languages } from '@/lib/domain/languages';
import { measureScenario } from '@/lib/domain/measure-scenario';
import { phases } from '@/lib/domain/phases';
import type { Block } from '@/lib/domain/rich-text';
import { sectionKeys, type Scenario } from '@/lib/domain/scenario';
import { invalidScenario, type Path } from './problems';

/**
 * Checks what goes beyond the shape: bounds, ids used once, references that lead somewhere, relations only between
 * roles that stand in the same phase, lists of a sane depth.
 * @throws AccordError('invalid-scenario') for the first thing that is wrong
 */
export function checkContent(scenario: Scenario): void {
  checkBounds(scenario);
  checkIds(scenario);
  checkReferences(scenario);
  for (const section of sectionKeys)
    for (const language of languages) {
      checkDepth(scenario.sections[section][language], ['scenario', 'sections', section, language], 1);
      const characters = scenario.rightFor[section][language]?.paragraphs.join('\n').length ?? 0;
      if (characters > bounds.characters) throw invalidScenario(['scenario', 'rightFor', section, language], 'too-long', { most: bounds.characters });
    }
}

function checkBounds(scenario: Scenario): void {
  const held = measureScenario(scenario);
  for (const bound of ['roles', 'relations', 'enterprises', 'notes', 'reasons', 'characters'] as const)
    if (held[bound] > bounds[bound])
      throw invalidScenario(bound === 'characters' ? ['scenario'] : ['scenario', bound], 'over-bound', { bound, found: held[bound], most: bounds[bound] });
}

/** Roles and notes share the keys of the layout, so they share one space of ids. */
function checkIds({ roles, notes, relations, enterprises }: Scenario): void {
  const spaces = [
    [...roles.map(({ id }, index) => ({ id, path: ['roles', index] })), ...notes.map(({ id }, index) => ({ id, path: ['notes', index] }))],
    relations.map(({ id }, index) => ({ id, path: ['relations', index] })),
    enterprises.map(({ id }, index) => ({ id, path: ['enterprises', index] })),
  ];
  for (const space of spaces) {
    const seen = new Set<string>();
    for (const { id, path } of space) {
      if (seen.has(id)) throw invalidScenario(['scenario', ...path, 'id'], 'repeated-id', { found: id });
      seen.add(id);
    }
  }
}

function checkReferences({ roles, relations, enterprises, assessment }: Scenario): void {
  const knownEnterprises = new Set(enterprises.map(({ id }) => id));
  const roleById = new Map(roles.map((role) => [role.id, role]));
  roles.forEach((role, index) => {
    for (const phase of phases) {
      const enterprise = role.phases[phase]?.enterprise ?? null;
      if (enterprise !== null && !knownEnterprises.has(enterprise))
        throw invalidScenario(['scenario', 'roles', index, 'phases', phase, 'enterprise'], 'unknown-enterprise', { found: enterprise });
    }
  });
  relations.forEach((relation, index) => {
    const path: Path = ['scenario', 'relations', index];
    for (const end of ['source', 'target'] as const) {
      const role = roleById.get(relation[end]);
      if (!role) throw invalidScenario([...path, end], 'unknown-role', { found: relation[end] });
      for (const phase of relation.phases)
        if (!role.phases[phase]) throw invalidScenario([...path, 'phases'], 'role-not-in-phase', { found: role.id, phase });
    }
    relation.phases.forEach((phase, at) => {
      if (relation.phases.indexOf(phase) !== at) throw invalidScenario([...path, 'phases', at], 'repeated-phase', { found: phase });
    });
  });
  for (const enterprise of Object.keys(assessment))
    if (!knownEnterprises.has(enterprise)) throw invalidScenario(['scenario', 'assessment', enterprise], 'unknown-enterprise', { found: enterprise });
}

function checkDepth(blocks: readonly Block[], path: Path, depth: number): void {
  blocks.forEach((block, index) => {
    if (block.type === 'paragraph') return;
    if (depth > deepestList) throw invalidScenario([...path, index], 'too-deep', { most: deepestList });
    block.items.forEach((item, at) => checkDepth(item, [...path, index, 'items', at], depth + 1));
  });
}
