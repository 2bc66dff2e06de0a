import { exchangeVersion } from './exchange-schema';

/**
 * What makes a file of the next version of one of each earlier version. What a later version merely adds needs nothing done:
 * the schema says what a file that is silent means.
 */
const steps: Readonly<Record<number, (scenario: unknown) => unknown>> = {
  // 2 adds `leadingLanguage` and `rightFor`.
  1: (scenario) => scenario,
  // 3 adds `claim` and `claimReason` of enterprises.
  2: (scenario) => scenario,
  // 4 adds `reasons`, and `before`, `after`, `reasons` and `evidence` of cells.
  3: (scenario) => scenario,
  // 5 adds `role` of runs of text.
  4: (scenario) => scenario,
};

/** A file of an earlier version as one of the present version; any other is left as it is, for the schema to judge. */
export function migrateFile(file: object): object {
  let { version, scenario } = file as { version?: unknown; scenario?: unknown };
  while (typeof version === 'number' && version < exchangeVersion && Object.hasOwn(steps, version)) scenario = steps[version++]!(scenario);
  return version === (file as { version?: unknown }).version ? file : { ...file, version, scenario };
}
