import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

/** The linter, asked only about arrows between rooms: the type-aware rules would need the snippets to be real files. */
const eslint = new ESLint({ overrideConfig: { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false, project: null } } }, ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports' });

async function refusals(file: string, imported: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath: file });
  return (result?.messages ?? []).map((message) => `${message.ruleId ?? 'parse'}: ${message.message}`);
}

test.each([
  ['app/page.tsx', '@/server/config', /share no memory/],
  ['app/scenarios/page.tsx', '../../server/config', /share no memory/],
  ['server/main.ts', '@/app/session', /knows nothing of its pages/],
  ['server/sync/room.ts', '../../app/session', /knows nothing of its pages/],
  ['server/main.ts', 'next', /Only server\/next-application\.ts/],
  ['server/main.ts', 'react', /draws nothing/],
  ['lib/domain/items.ts', '@/lib/db/client', /domain imports nothing/],
  ['lib/domain/items.ts', 'zod', /domain imports nothing/],
  ['lib/document/roots.ts', '../db/client', /document knows the domain and Yjs/],
  ['lib/document/roots.ts', 'pg', /pure/],
  ['lib/figures/network.ts', '@/lib/document/roots', /pure readers/],
  ['lib/diff/compare.ts', '@/lib/log/append', /pure readers/],
  ['lib/exchange/export.ts', '../document/roots', /pure readers/],
  ['lib/sync/messages.ts', '@/lib/db/client', /knows neither end/],
  ['lib/policies/can.ts', '@/lib/db/client', /sentences about the domain/],
  ['lib/db/client.ts', '../comments/create-thread', /not the verbs/],
  ['lib/log/append.ts', '@/lib/scenarios/read', /document log is used by/],
  ['lib/comments/reply.ts', '../snapshots/create-snapshot', /Verbs of one entity/],
  ['lib/sign-offs/sign.ts', '@/lib/scenarios/read', /Verbs of one entity/],
  ['lib/comments/reply.ts', '@/app/session', /used by app and by server/],
  ['lib/comments/reply.ts', 'next/headers', /frameworks stay in app/],
])('%s may not import %s', async (file, imported, reason) => {
  expect(await refusals(file, imported)).toEqual([expect.stringMatching(reason)]);
});

test.each([
  ['app/page.tsx', '@/lib/db/client'],
  ['server/sync/room.ts', '@/lib/log/append'],
  ['server/next-application.ts', 'next'],
  ['lib/domain/items.ts', './phases'],
  ['lib/document/roots.ts', 'yjs'],
  ['lib/document/edits/edit-text.ts', '../roots'],
  ['lib/db/schema/comments.ts', './people'],
  ['lib/figures/network.ts', '@/lib/domain/scenario'],
  ['lib/log/append.ts', '../db/client'],
  ['lib/snapshots/create-snapshot.ts', '@/lib/log/read'],
])('%s may import %s', async (file, imported) => {
  expect(await refusals(file, imported)).toEqual([]);
});
