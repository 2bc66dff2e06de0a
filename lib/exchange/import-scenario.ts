import type { z } from 'zod';
import { byKey } from '@/lib/domain/by-key';
import { rightForNow } from '@/lib/domain/counterparts';
import { languages } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import { canonicalRichText, paragraphsOf } from '@/lib/domain/rich-text';
import { dimensions, emptyCell, schemaVersion, sectionKeys, type Scenario } from '@/lib/domain/scenario';
import { checkContent } from './check-content';
import { completeAssessment } from './complete-assessment';
import { exchangeFormat, exchangeSchema, exchangeVersion } from './exchange-schema';
import { migrateFile } from './migrate-file';
import { invalidScenario, invalidShape } from './problems';

/** Deeper than this no honest file goes: ten lists in each other, four levels each, and what stands around them. */
const deepestNesting = 60;

/**
 * Reads a scenario from an exchange file.
 * @param json the file's text, or what `JSON.parse` made of it
 * @returns the scenario; absent cells and wordings are filled in, wording is in its canonical form
 * @throws AccordError('invalid-scenario', { where, what, … }): the first thing that is wrong, see `invalidScenario`
 */
export function importScenario(json: unknown): Scenario {
  const file = typeof json === 'string' ? parsed(json) : json;
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== exchangeFormat) throw invalidScenario([], 'not-a-scenario');
  if ('version' in file && typeof file.version === 'number' && file.version > exchangeVersion)
    throw invalidScenario(['version'], 'newer-version', { found: file.version, known: exchangeVersion });
  if (nestingOf(file) > deepestNesting) throw invalidScenario([], 'too-deep', { most: deepestNesting });
  const checked = exchangeSchema.safeParse(migrateFile(file), { reportInput: true });
  if (!checked.success) throw invalidShape(checked.error.issues[0]!);
  const scenario: Scenario = { schemaVersion, ...checked.data.scenario, assessment: completeAssessment(checked.data.scenario), rightFor: completedRightFor(checked.data.scenario) };
  checkContent(scenario);
  return canonical(scenario);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw invalidScenario([], 'not-json');
  }
}

/** Without recursion, so that a hostile file can not overflow the stack. */
function nestingOf(value: object): number {
  let depth = 0;
  let level: object[] = [value];
  while (level.length && depth <= deepestNesting) {
    depth++;
    level = level.flatMap((part) => Object.values(part).filter((child): child is object => typeof child === 'object' && child !== null));
  }
  return depth;
}

/** Every cell filled in, phases in their order, wording in its canonical form. */
function canonical(scenario: Scenario): Scenario {
  return {
    ...scenario,
    relations: scenario.relations.map((relation) => ({ ...relation, phases: phases.filter((phase) => relation.phases.includes(phase)) })),
    assessment: completed(scenario),
    sections: byKey(sectionKeys, (section) => byKey(languages, (language) => canonicalRichText(scenario.sections[section][language]))),
  };
}

/** Whoever hands in a text together with the leading one stands for its being right, unless the file says something else. */
function completedRightFor(read: z.output<typeof exchangeSchema>['scenario']): Scenario['rightFor'] {
  return byKey(sectionKeys, (section) => {
    const leading = rightForNow(read, section);
    return byKey(languages, (language) => {
      const stated = read.rightFor[section][language];
      if (stated !== undefined) return stated;
      return language !== read.leadingLanguage && leading.paragraphs.length && paragraphsOf(read.sections[section][language]).length ? leading : null;
    });
  });
}

/** A cell for every enterprise and dimension, in the order of the enterprises. */
function completed({ enterprises, assessment }: Scenario): Scenario['assessment'] {
  return Object.fromEntries(
    enterprises.map(({ id }) => [id, Object.hasOwn(assessment, id) ? assessment[id]! : byKey(dimensions, () => emptyCell)]),
  );
}
