import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm start` (builds when the sources have changed, then serves) and, with `--dev`, `npm run dev` (hot reload). */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const server = join(root, '.build', 'server.mjs');
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = '1';

if (process.argv.includes('--dev')) {
  Object.assign(process.env, { NODE_ENV: 'development' });
  await startWithHotReload();
} else {
  Object.assign(process.env, { NODE_ENV: 'production' });
  const { buildAll, buildIsCurrent } = await import('./build.mjs');
  if (!buildIsCurrent()) await buildAll();
  await import(server);
}

/** Pages are reloaded by Next; a change of the server's own sources starts the server again. */
async function startWithHotReload() {
  const { copyCanvasAssets, watchServer } = await import('./build.mjs');
  copyCanvasAssets();
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let again = false;
  let ending = false;
  const startServer = () => {
    child = spawn(process.execPath, ['--enable-source-maps', server], { stdio: 'inherit' });
    child.once('exit', (code) => {
      child = undefined;
      if (again && !ending) startServer();
      else process.exit(code ?? 0);
      again = false;
    });
  };
  const watching = await watchServer(() => {
    if (!child) return startServer();
    again = true;
    child.kill('SIGTERM');
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
    process.on(signal, () => {
      ending = true;
      void watching.dispose();
      if (child) child.kill(signal);
      else process.exit(0);
    });
  }
}
