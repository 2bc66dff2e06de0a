import { gestureCases } from './lab-cases-gestures';
import { mergeCases } from './lab-cases';
import { sideCases } from './lab-cases-sides';
import { runSeed } from './lab-seed';

/* What the tests call inside a browser's page: see `open-lab.ts`. */

(globalThis as { __FORCE_RAF_IN_TESTS__?: boolean }).__FORCE_RAF_IN_TESTS__ = true;

const atOnce = 20;

/** Runs many seeds, some at the same time, so that they share the browser's frames. */
async function runSeeds(seeds: readonly number[], options: { operations: number; flushBeforeMerge?: boolean }): Promise<string[]> {
  const waiting = [...seeds];
  const problems: string[] = [];
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift())
      problems.push(...(await runSeed({ seed, clients: 2 + (seed % 2), ...options })));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return problems;
}

export const lab = { runSeeds, cases: { ...mergeCases, ...gestureCases, ...sideCases } };
Object.assign(globalThis, { lab });
