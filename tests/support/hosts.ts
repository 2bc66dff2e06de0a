import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Everything that browsers and server asked for during an end-to-end run: `<who> <host>`, a line each. */
export const hostsFile = join(import.meta.dirname, '..', '..', '.build', 'e2e-hosts.log');

const noted = new Set<string>();

/** Notes that `who` asked for `url`; once per process and host. */
export function noteHost(who: 'browser' | 'policy', url: string): void {
  const line = `${who} ${who === 'policy' ? url.replaceAll(/\s+/g, '_') : hostOf(url)}`;
  if (noted.has(line)) return;
  noted.add(line);
  mkdirSync(dirname(hostsFile), { recursive: true });
  appendFileSync(hostsFile, `${line}\n`);
}

function hostOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return hostname || protocol; // data: and blob: have no host
}

export function notedHosts(): string[] {
  return [...new Set(readFileSync(hostsFile, 'utf8').trim().split('\n'))];
}
