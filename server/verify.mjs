import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from './build.mjs';

/** `npm run verify`: tells whether anything that was signed has been changed. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, '.build', 'verify.mjs');
process.chdir(root);
await buildServer(); // takes a moment, and is never older than the sources
await import(program);
