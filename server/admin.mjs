import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from './build.mjs';

/** `npm run admin -- …`: looks after people from the machine that Accord runs on. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, '.build', 'admin.mjs');
process.chdir(root);
await buildServer(); // takes a moment, and is never older than the sources
await import(program);
