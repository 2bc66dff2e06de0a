import type { z } from 'zod';
import { AccordError } from '@/lib/domain/errors';
import { shapeChecks } from './exchange-schema';

/**
 * What can be wrong with an exchange file. Each is a message `exchange.problems.<name>`; the English words here are for
 * API callers, and go with every error.
 */
const words = {
  'not-json': () => 'this is not JSON',
  'not-a-scenario': () => 'this is not an Accord scenario ("format" must be "accord-scenario")',
  'newer-version': ({ found, known }) => `the file is of version ${found}, this Accord understands version ${known} at most`,
  'unknown-field': ({ found }) => `there is no field "${found}" here`,
  missing: ({ expected }) => `missing, expected ${expected}`,
  'wrong-type': ({ expected }) => `expected ${expected === 'another' ? 'another value' : expected}`,
  'wrong-value': ({ expected }) => `expected one of: ${expected}`,
  'bad-id': () => 'an id has 1 to 64 letters, digits, - or _',
  'too-long': ({ most }) => `at most ${most} characters`,
  'too-large': ({ most }) => `at most ${most}`,
  'too-small': ({ least }) => `at least ${least}`,
  'too-deep': ({ most }) => `nested deeper than ${most}`,
  'unsound-text': () => 'the text contains a NUL or half a character',
  'bad-link': () => 'a link starts with https://, http:// or mailto:',
  'repeated-id': ({ found }) => `the id "${found}" is used twice`,
  'repeated-phase': ({ found }) => `the phase "${found}" is named twice`,
  'unknown-role': ({ found }) => `there is no role "${found}"`,
  'unknown-relation': ({ found }) => `there is no relation "${found}"`,
  'unknown-reason': ({ found }) => `there is no reason "${found}"`,
  'unknown-words': ({ found }) => `the text does not contain "${found}"`,
  'repeated-evidence': ({ found }) => `"${found}" is named as evidence twice`,
  'unknown-enterprise': ({ found }) => `there is no enterprise "${found}"`,
  'role-not-in-phase': ({ found, phase }) => `the role "${found}" does not stand in the phase "${phase}"`,
  'over-bound': ({ bound, found, most }) => `${found} ${bound}, at most ${most} are possible`,
} as const satisfies Record<string, (details: Details) => string>;

export type Problem = keyof typeof words;
export const problems = Object.keys(words) as Problem[];
type Details = Readonly<Record<string, string | number>>;
export type Path = readonly PropertyKey[];

/**
 * The error that says where in a file what is wrong.
 * @returns AccordError('invalid-scenario', { where, what, problem, … }): `where` is a JSON path, `what` English words,
 *   `problem` with the other details the key and the blanks of a message in the namespace `exchange`
 */
export function invalidScenario(path: Path, problem: Problem, details: Details = {}): AccordError {
  const shown = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, typeof value === 'string' ? shortened(value) : value]));
  return new AccordError('invalid-scenario', { ...shown, where: jsonPath(path), what: words[problem](shown), problem });
}

/** The error of what zod found first. */
export function invalidShape(issue: z.core.$ZodIssue): AccordError {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return invalidScenario(path, 'unknown-field', { found: issue.keys[0] ?? '' });
    case 'invalid_type':
      return invalidScenario(path, issue.input === undefined ? 'missing' : 'wrong-type', { expected: issue.expected });
    case 'invalid_value':
      return invalidScenario(path, 'wrong-value', { expected: issue.values.map((value) => JSON.stringify(value)).join(', ') });
    case 'invalid_union':
      return 'options' in issue && issue.options?.length
        ? invalidScenario(path, 'wrong-value', { expected: issue.options.map((value) => JSON.stringify(value)).join(', ') })
        : invalidScenario(path, 'wrong-type', { expected: 'another' });
    case 'invalid_format':
    case 'invalid_key':
      return invalidScenario(path, 'bad-id');
    case 'too_big':
      return invalidScenario(path, issue.origin === 'string' ? 'too-long' : 'too-large', { most: Number(issue.maximum) });
    case 'too_small':
      return invalidScenario(path, 'too-small', { least: Number(issue.minimum) });
    case 'custom':
      return invalidScenario(path, issue.message === shapeChecks.badLink ? 'bad-link' : 'unsound-text');
    default:
      return invalidScenario(path, 'wrong-type', { expected: 'another' });
  }
}

/** `$.scenario.roles[3].label.de` */
function jsonPath(path: Path): string {
  return path.reduce<string>(
    (written, step) =>
      typeof step === 'number'
        ? `${written}[${step}]`
        : /^[A-Za-z_$][\w$]*$/.test(String(step))
          ? `${written}.${String(step)}`
          : `${written}[${JSON.stringify(shortened(String(step)))}]`,
    '$',
  );
}

const shortened = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value).replaceAll('\0', '').toWellFormed();
