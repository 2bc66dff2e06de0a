import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm test`: lint, types, unit, integration, end-to-end and fault tests, one turn after the other (two cores have enough
 * to do with each), all of them even if one fails. Ends with `N passed, N failed` over all kinds; lint and types count as one each.
 * `npm test -- unit e2e` runs these kinds only.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(join(tmpdir(), 'accord-test-reports-'));
process.chdir(root);

/** @typedef {{ passed: number, failed: number }} Count */

/** Which tests failed, and how: said once more at the end, where whoever sees only the end of a long log still reads it. @type {string[]} */
const failures = [];

/** @type {Record<string, () => Promise<Count>>} */
const kinds = {
  lint: () => whole('eslint', ['.', '--max-warnings', '0']),
  types: () => whole('tsc', ['--noEmit', '-p', '.']),
  unit: () => vitest('unit', '--maxWorkers=2'),
  integration: () => vitest('integration', '--maxWorkers=2'),
  e2e: playwright,
  faults: () => vitest('faults', '--maxWorkers=2'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((kind) => !(kind in kinds));
if (unknown.length) {
  console.error(`There are no tests of the kind ${unknown.join(', ')}; there are ${Object.keys(kinds).join(', ')}.`);
  process.exit(2);
}
const running = wanted.length ? wanted : Object.keys(kinds);
if (running.some((kind) => ['unit', 'integration', 'e2e', 'faults'].includes(kind))) await prepare();

/** @type {Count} */
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const lines = [];
/** What is run at once: lint and types keep one core busy each, the others both. */
const turns = [['lint', 'types'], ['unit'], ['integration'], ['e2e'], ['faults']];
for (const turn of turns) {
  const kindsNow = turn.filter((kind) => running.includes(kind));
  if (kindsNow.length === 0) continue;
  console.log(`\n── ${kindsNow.join(', ')} ──`);
  const began = Date.now();
  const counted = kindsNow.map(async (kind) => {
    const { passed, failed } = (await kinds[kind]?.()) ?? { passed: 0, failed: 1 };
    total.passed += passed;
    total.failed += failed;
    return `${kind.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${Math.round((Date.now() - began) / 1000)} s`;
  });
  lines.push(...(await Promise.all(counted)));
}
rmSync(reports, { recursive: true, force: true });
if (failures.length) console.log(`\n── failed ──\n${failures.join('\n')}`);
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

/** What the tests need beyond `npm ci`: a browser with Chinese letters, and the build that the tests start. */
async function prepare() {
  const { chromium } = await import('@playwright/test');
  const isThere = (/** @type {string} */ browser) => existsSync(browser);
  if (!isThere(chromium.executablePath()) && !isThere('/usr/bin/chromium-headless-shell') && process.getuid?.() === 0 && isThere('/usr/bin/apt-get'))
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-cjk']])
      spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (![chromium.executablePath(), '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].some(isThere)) {
    console.error('The end-to-end tests need a browser: run "npx playwright install chromium", or install Chromium as /usr/bin/chromium.');
    process.exit(2);
  }
  const { buildAll, buildIsCurrent } = await import('../server/build.mjs');
  if (!buildIsCurrent()) await buildAll();
}

/** A check that passes or fails as a whole. @param {string} program @param {string[]} args @returns {Promise<Count>} */
async function whole(program, args) {
  const code = await run(program, args);
  console.log(`${program} ${code === 0 ? 'passed' : 'failed'}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string} project @param {string[]} options @returns {Promise<Count>} */
async function vitest(project, ...options) {
  const report = join(reports, `${project}.json`);
  const code = await run('vitest', ['run', '--project', project, '--passWithNoTests', ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const read = readReport(report);
  for (const file of read?.testResults ?? []) {
    if (file.status === 'failed' && !file.assertionResults.length) sayFailed(project, file.name, file.message);
    for (const test of file.assertionResults) if (test.status === 'failed') sayFailed(project, test.fullName, test.failureMessages.join('\n'));
  }
  const passed = Number(read?.numPassedTests ?? 0);
  const failed = Number(read?.numFailedTests ?? 0);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }; // a file that does not load has no failed test of its own
}

/** @returns {Promise<Count>} */
async function playwright() {
  const report = join(reports, 'e2e.json');
  const code = await run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const read = readReport(report);
  for (const suite of read?.suites ?? []) sayFailedIn(suite);
  const stats = read?.stats;
  const passed = Number(stats?.expected ?? 0) + Number(stats?.flaky ?? 0);
  const failed = Number(stats?.unexpected ?? 0) + notRun(read);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Tests that never ran because something before them failed; they have not shown anything. @param {any} report @returns {number} */
function notRun(report) {
  return Number(report?.stats?.skipped ?? 0);
}

/** Notes what failed in a suite of Playwright's report and in those inside it. @param {any} suite */
function sayFailedIn(suite) {
  for (const inner of suite.suites ?? []) sayFailedIn(inner);
  for (const spec of suite.specs ?? []) {
    if (spec.ok) continue;
    const errors = spec.tests.flatMap((/** @type {any} */ test) => test.results.flatMap((/** @type {any} */ result) => result.errors));
    sayFailed('e2e', `${spec.file} ${spec.title}`, errors.map((/** @type {any} */ error) => error.message).join('\n'));
  }
}

/** @param {string} kind @param {string} name @param {string | undefined} why of which the beginning is said */
function sayFailed(kind, name, why) {
  failures.push(`${kind}: ${name}\n${(why ?? '').split('\n').slice(0, 12).join('\n').slice(0, 1500)}`);
}

/** @param {string} file @returns {any} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} program @param {string[]} args @param {Record<string, string>} env @returns {Promise<number>} */
function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', program), args, { stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}
