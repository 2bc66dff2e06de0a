import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '@/lib/domain/languages';

/** What does not belong into messages of a language, as typesetters there see it. */
const faults = {
  en: [/\s…/, /\.\.\./, /\s[,;:!?]/, /"/],
  de: [/[^\s/{]…/, /\.\.\./, /[“"](?=\p{L})/u, /\s[,;:!?](?!\d)/],
  zh: [/(?<![…/])…(?!…)/, /\.\.\./, /\p{Script=Han}\s*[,;:!?()]/u, /(?<!mailto)[,;:!?()]\s*\p{Script=Han}/u, /[“”]{2}|"/],
} as const;

type Messages = { readonly [key: string]: string | Messages };
const texts = (messages: Messages, path: string): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}.${key}`, value] as [string, string]] : texts(value, `${path}.${key}`)));

test.each(languages)('messages are punctuated as is usual in %s', (language) => {
  const folder = join(import.meta.dirname, language);
  const wrong = readdirSync(folder)
    .flatMap((file) => texts(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Messages, file.replace('.json', '')))
    .filter(([, text]) => faults[language].some((fault) => fault.test(text)));
  expect(wrong).toEqual([]);
});
