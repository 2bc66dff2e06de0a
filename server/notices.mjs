import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `public/third-party-notices.txt`: every package that Accord is delivered with, its licence and the licence's text.
 * @param {string} root the repository
 */
export function writeNotices(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  /** @type {string[]} */
  const notices = [];
  for (const [path, { dev, version, license }] of Object.entries(packages)) {
    const folder = join(root, path);
    if (!path || dev || !existsSync(folder)) continue; // optional ones of other platforms are not there
    const name = path.split('node_modules/').at(-1);
    const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
    const text = texts.map((file) => readText(join(folder, file))).join('\n\n');
    notices.push(`${name} ${version} — ${license ?? 'see below'}\n\n${text || `(${license ?? 'no licence text in the package'})`}`);
  }
  writeFileSync(join(root, 'public', 'third-party-notices.txt'), `${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}

/** @param {string} file @returns {string} */
function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return ''; // a folder
  }
}
