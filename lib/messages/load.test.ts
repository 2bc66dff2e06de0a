import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { errorStatus } from '@/lib/domain/errors';
import { languages } from '@/lib/domain/languages';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadMessages, type Messages } from './load';

async function written(language: string): Promise<Map<string, string>> {
  const folder = join(import.meta.dirname, language);
  const all = new Map<string, string>();
  for (const file of await readdir(folder)) collect(JSON.parse(await readFile(join(folder, file), 'utf8')) as Messages, file.replace('.json', ''), all);
  return all;
}

function collect(messages: Messages, path: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') into.set(`${path}.${key}`, value);
    else collect(value, `${path}.${key}`, into);
  }
}

/** The blanks of a message, which must be the same in every language. */
function blanks(elements: MessageFormatElement[], into = new Set<string>()): string[] {
  for (const element of elements) {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound) into.add(element.value);
    if (element.type === TYPE.select || element.type === TYPE.plural) for (const option of Object.values(element.options)) blanks(option.value, into);
    if (element.type === TYPE.tag) blanks(element.children, into);
  }
  return [...into].sort();
}

test.each(languages)('every error has words in %s', async (language) => {
  const errors = (await loadMessages(language)).errors as Messages;
  expect(Object.keys(errorStatus).filter((code) => !errors[code])).toEqual([]);
});

describe.each(['de', 'zh'])('%s', (language) => {
  test('says all that English says, and nothing else', async () => {
    expect([...(await written(language)).keys()].sort()).toEqual([...(await written('en')).keys()].sort());
  });

  test('leaves the same blanks to be filled', async () => {
    const english = await written('en');
    const differing = [...(await written(language))].filter(([key, text]) => blanks(parse(text)).join() !== blanks(parse(english.get(key) ?? '')).join());
    expect(differing).toEqual([]);
  });
});
