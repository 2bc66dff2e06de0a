import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processIdentity } from './process-identity';
import { StartError } from './start-error';

/**
 * Claims the data folder for this process. A claim left behind by a process that is gone (SIGKILL, power cut) is void.
 * @returns what gives the folder back
 * @throws StartError if another process holds it
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'accord.pid');
  const own = join(dataDir, `accord.pid.${process.pid}`);
  const identity = processIdentity(process.pid);
  await writeFile(own, `${process.pid}\n${identity}\n`);
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        await link(own, path); // fails if somebody else's is there: unlike writing, two cannot both succeed
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw error;
        const [pid = '', holder = ''] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
        if (holder && holder !== identity && processIdentity(Number(pid)) === holder)
          throw new StartError(`Accord is already running on the data folder ${dataDir} (process ${pid}); stop it first or choose another DATA_DIR.`);
        await rm(path, { force: true });
      }
    }
  } finally {
    await rm(own, { force: true });
  }
  return () => rm(path, { force: true });
}
