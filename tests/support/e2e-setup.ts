import { ensureBuilt } from './ensure-built';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeFolder, startAccord } from './accord-process';
import { hostsFile } from './hosts';

/** One Accord for all end-to-end tests, started as people start it; what it connects to is written down. */
export default async function setUp(): Promise<() => Promise<void>> {
  await ensureBuilt();
  rmSync(hostsFile, { force: true });
  const recorder = pathToFileURL(join(import.meta.dirname, 'record-server-hosts.mjs')).href;
  const accord = await startAccord({ env: { NODE_OPTIONS: `--import ${recorder}`, ACCORD_HOSTS_FILE: hostsFile, LOG_LEVEL: 'warn' } });
  process.env.ACCORD_E2E_URL = accord.url;
  process.env.ACCORD_E2E_DATA_DIR = accord.dataDir;
  return async () => {
    await accord.stop();
    if (accord.output().includes('"level":50')) process.stdout.write(`\nErrors in the server's log:\n${accord.output().split('\n').filter((line) => line.includes('"level":50')).slice(0, 20).join('\n')}\n`);
    await removeFolder(accord.dataDir);
  };
}
