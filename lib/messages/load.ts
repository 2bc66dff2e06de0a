import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '@/lib/domain/languages';

/** The words of one namespace: a tree whose leaves are ICU messages. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

const loaded = new Map<Language, Promise<Messages>>();

/**
 * Every message in a language; each file `lib/messages/<language>/<namespace>.json` is a namespace. What a translation
 * lacks is shown in English rather than as a bare key.
 */
export function loadMessages(language: Language): Promise<Messages> {
  if (process.env.NODE_ENV !== 'production') return read(language); // so that an edited file shows on the next reload
  let messages = loaded.get(language);
  if (!messages) loaded.set(language, (messages = read(language)));
  return messages;
}

async function read(language: Language): Promise<Messages> {
  const own = await readFolder(language);
  return language === 'en' ? own : merge(await readFolder('en'), own);
}

async function readFolder(language: Language): Promise<Messages> {
  const folder = join(process.cwd(), 'lib', 'messages', language);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const namespaces = await Promise.all(
    files.map(async (file) => [file.slice(0, -'.json'.length), JSON.parse(await readFile(join(folder, file), 'utf8')) as Messages] as const),
  );
  return Object.fromEntries(namespaces);
}

function merge(base: Messages, over: Messages): Messages {
  const merged: Record<string, string | Messages> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = typeof value === 'object' && typeof below === 'object' ? merge(below, value) : value;
  }
  return merged;
}
