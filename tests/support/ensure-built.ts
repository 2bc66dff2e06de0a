import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildAll, buildIsCurrent } from '../../server/build.mjs';

const root = join(import.meta.dirname, '..', '..');
const turn = join(root, '.build', 'building');

/** Builds Accord unless that has been done; test files that run side by side wait for the one that builds. */
export async function ensureBuilt(): Promise<void> {
  mkdirSync(join(root, '.build'), { recursive: true });
  for (;;) {
    if (buildIsCurrent()) return;
    try {
      mkdirSync(turn);
      break;
    } catch {
      const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs;
      if (since && Date.now() - since > 300_000) rmdirSync(turn); // of a run that was killed
      await sleep(500);
    }
  }
  try {
    await buildAll();
  } finally {
    rmdirSync(turn);
  }
}
