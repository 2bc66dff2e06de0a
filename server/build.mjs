import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context, stop } from 'esbuild';
import { writeNotices } from './notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, '.build', 'stamp');
const require = createRequire(import.meta.url);

/** What a build is made of; when none of it has changed, neither has the build. */
const sources = ['app', 'lib', 'server', 'public', 'next.config.mjs', 'postcss.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'proxy.ts'];
const notSources = [join('public', 'tldraw'), join('public', 'screenshots'), join('public', 'third-party-notices.txt')];

/** Each entry becomes a program of its own in `.build`; `print` is that of a thread. */
const programs = { server: 'server/main.ts', admin: 'server/cli/admin.ts', verify: 'server/cli/verify.ts', print: 'lib/print/print-worker.ts' };

/** @returns {import('esbuild').BuildOptions} */
function serverBundle() {
  const present = Object.entries(programs).filter(([, entry]) => existsSync(join(root, entry)));
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: '.build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  };
}

/** tldraw asks its makers' network for these unless we serve them: fonts, icons, translations. */
export function copyCanvasAssets() {
  const from = dirname(require.resolve('@tldraw/assets/package.json'));
  const to = join(root, 'public', 'tldraw');
  const versionFile = join(to, 'version.txt');
  const version = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')).version;
  if (existsSync(versionFile) && readFileSync(versionFile, 'utf8') === version) return;
  rmSync(to, { recursive: true, force: true });
  for (const folder of ['fonts', 'icons', 'translations', 'embed-icons']) cpSync(join(from, folder), join(to, folder), { recursive: true });
  writeFileSync(versionFile, version);
}

export async function buildServer() {
  mkdirSync(join(root, '.build'), { recursive: true });
  await build(serverBundle());
  await stop(); // esbuild's helper process would otherwise live as long as the server
}

/** Rebuilds the server whenever a source of it changes. @param {() => void} onBuilt called after each build, the first included */
export async function watchServer(onBuilt) {
  mkdirSync(join(root, '.build'), { recursive: true });
  const tell = { name: 'tell', setup: (/** @type {import('esbuild').PluginBuild} */ plugin) => plugin.onEnd((result) => void (result.errors.length === 0 && onBuilt())) };
  const watching = await context({ ...serverBundle(), plugins: [tell] });
  await watching.watch();
  return watching;
}

/** Everything that `npm start` runs. */
export async function buildAll() {
  copyCanvasAssets();
  writeNotices(root);
  await buildServer();
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  execFileSync(process.execPath, [require.resolve('next/dist/bin/next'), 'build'], { cwd: root, env, stdio: 'inherit' });
  writeFileSync(stampFile, sourceStamp());
}

/** Whether the sources have changed since the last complete build. */
export function buildIsCurrent() {
  const complete = ['.next/BUILD_ID', '.build/server.mjs', '.build/print.mjs', 'public/tldraw/version.txt'].every((file) => existsSync(join(root, file)));
  return complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp();
}

function sourceStamp() {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) for (const file of filesIn(join(root, source))) hash.update(`\n${relative(root, file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(path) || notSources.includes(relative(root, path))) return [];
  try {
    return readdirSync(path).sort().flatMap((entry) => filesIn(join(path, entry)));
  } catch {
    return /\.test\.tsx?$/.test(path) ? [] : [path]; // not a folder
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll();
