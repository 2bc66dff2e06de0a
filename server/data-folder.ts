import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from './start-error';

/**
 * Makes the data folder where it is missing.
 * @throws StartError if that is not possible
 */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (error) {
    throw new StartError(`The data folder ${dataDir} cannot be made (${(error as Error).message}); please choose another DATA_DIR.`);
  }
}

/** The secret kept in the file `name` of the data folder, made at the first call; nobody else can read the file. */
export async function keptSecret(dataDir: string, name: string): Promise<string> {
  const path = join(dataDir, name);
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.trim()) return kept.trim();
  const secret = randomBytes(32).toString('base64url');
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(`${secret}\n`);
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
  return secret;
}
