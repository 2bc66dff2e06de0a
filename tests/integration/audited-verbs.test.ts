import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/*
 * Every verb writes who, what and when inside its transaction. The verbs are the exported functions of lib/<entity>; those that
 * write rows must reach `audit`, by themselves or through a file of their own room. What writes without it stands here, with
 * its reason.
 */
const rooms = ['scenarios', 'comments', 'positions', 'snapshots', 'sign-offs', 'meetings', 'people', 'inbox', 'collections'];
const unaudited: Readonly<Record<string, string>> = {
  'people/set-locale.ts': 'the language of one’s own interface is nobody else’s business',
  'people/set-mail-frequency.ts': 'how often one gets mail is nobody else’s business',
  'people/throttle.ts': 'failed sign-ins are counted for a quarter of an hour, not kept',
  'people/issue-access-link.ts': 'part of the verbs that make links, which write the entry',
  'people/seed-delegations.ts': 'the system makes the default delegations, before anybody is there',
  'people/seed-demo.ts': 'the system makes the demo people, before anybody is there',
  'meetings/open-meeting.ts': 'part of the verbs of a meeting, which write the entry',
  'inbox/mark-read.ts': 'what one has read is nobody else’s business',
  'inbox/visit.ts': 'when one was last here is nobody else’s business',
  'inbox/collect-mails.ts': 'the system sends mails; their rows say when and to whom',
  'inbox/mail-queue.ts': 'the system sends mails; their rows say when and to whom',
  'comments/mark-read.ts': 'what one has read is nobody else’s business',
  'comments/mark-told-as-read.ts': 'what one has read is nobody else’s business',
};

const writes = /\.(?:insert|update|delete)\(\s*(?:[a-z][\w.]*)\s*\)|sql`\s*(?:insert into|update|delete from)\b/;
const root = join(import.meta.dirname, '..', '..', 'lib');

async function filesOf(room: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(root, room)).catch(() => [])).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(root, room, name), 'utf8')] as const)));
}

const ownImports = (text: string): string[] => [...text.matchAll(/from '\.\/([\w-]+)'/g)].map(([, name]) => `${name}.ts`);

/** True if the file, or one of its own room that it uses, writes the audit entry. */
function reachesAudit(files: ReadonlyMap<string, string>, name: string, seen: ReadonlySet<string> = new Set()): boolean {
  const text = files.get(name);
  if (text === undefined || seen.has(name)) return false;
  return /\bawait audit\(/.test(text) || ownImports(text).some((next) => reachesAudit(files, next, new Set([...seen, name])));
}

/** True if every file of the room that uses this one writes the audit entry: it is a part of verbs. */
function isPartOfAudited(files: ReadonlyMap<string, string>, name: string): boolean {
  const users = [...files].filter(([, text]) => ownImports(text).includes(name));
  return users.length > 0 && users.every(([user]) => reachesAudit(files, user) || isPartOfAudited(files, user));
}

it.each(rooms)('%s: every verb that writes is audited, or says why not', async (room) => {
  const files = await filesOf(room);
  const silent = [...files].filter(([name, text]) => writes.test(text) && !unaudited[`${room}/${name}`] && !reachesAudit(files, name) && !isPartOfAudited(files, name));
  expect(silent.map(([name]) => `${room}/${name}`)).toEqual([]);
});

it('the audit is written inside the transaction that it speaks of', async () => {
  const outside: string[] = [];
  for (const room of rooms) for (const [name, text] of await filesOf(room)) for (const [, to] of text.matchAll(/\bawait audit\((\w+),/g)) if (to !== 'tx') outside.push(`${room}/${name}: ${to}`);
  expect(outside).toEqual([]);
});

it('sees what it is meant to see', async () => {
  const files = await filesOf('people');
  expect([...files].filter(([, text]) => writes.test(text)).map(([name]) => name)).toEqual(expect.arrayContaining(['change-password.ts', 'change-person.ts', 'invite-person.ts', 'set-locale.ts']));
  const stripped = new Map([...files].map(([name, text]) => [name, text.replace(/await audit\(.*/g, '')]));
  expect(reachesAudit(stripped, 'change-password.ts')).toBe(false);
});
