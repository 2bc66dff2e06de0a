import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { Client } from 'pg';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { assignThread } from '@/lib/comments/assign-thread';
import { classifyThread } from '@/lib/comments/classify-thread';
import { createThread, type NewThread } from '@/lib/comments/create-thread';
import { decideProposal } from '@/lib/comments/decide-proposal';
import { deleteComment } from '@/lib/comments/delete-comment';
import { editComment } from '@/lib/comments/edit-comment';
import { listReaders } from '@/lib/comments/list-readers';
import { listThreads } from '@/lib/comments/list-threads';
import { markRead } from '@/lib/comments/mark-read';
import { releaseThread } from '@/lib/comments/release-thread';
import { reopenProposal } from '@/lib/comments/reopen-proposal';
import { reopenThread } from '@/lib/comments/reopen-thread';
import { replyToThread } from '@/lib/comments/reply-to-thread';
import { resolveThread } from '@/lib/comments/resolve-thread';
import type { Comment, Thread } from '@/lib/comments/thread';
import { translateComment } from '@/lib/comments/translate-comment';
import { notificationChannel } from '@/lib/db/notifications';
import { auditEntries } from '@/lib/db/schema/audit';
import { comments, proposals } from '@/lib/db/schema/comments';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { people as accounts } from '@/lib/db/schema/people';
import { createEntities } from '@/lib/document/edits/create-entities';
import { deleteEntities, setChange } from '@/lib/document/edits/edit-entities';
import { projectScenario } from '@/lib/document/project-scenario';
import { writeRichText } from '@/lib/document/rich-text';
import { cellsOf, changeKey, labelOf, rationaleOf, sectionOf, stateText } from '@/lib/document/roots';
import { anchorAt, plainSection, type TextAnchor } from '@/lib/document/text-anchors';
import { bounds } from '@/lib/domain/bounds';
import { measureScenario } from '@/lib/domain/measure-scenario';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import { countUnread } from '@/lib/inbox/count-unread';
import { listInbox } from '@/lib/inbox/list-inbox';
import { readUpdatesAfter } from '@/lib/log/read-updates-after';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { readItemHistory } from '@/lib/scenarios/read-item-history';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
/** One of each right, one of none; the editor is German, the commenter Chinese. */
let people: Record<'facilitator' | 'editor' | 'commenter' | 'viewer' | 'stranger', Actor>;
let scenario: string;
let role: string;
let enterprise: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  people = {
    facilitator: await cast.join('Anna', 'DE', { creates: true }),
    editor: await cast.join('Ben', 'DE'),
    commenter: await cast.join('Mei', 'CN'),
    viewer: await cast.join('Olga', null),
    stranger: await cast.join('Eve', 'CN', { speaker: true }),
  };
});
afterAll(() => database.drop());

const wording = 'The supplier operates the machine and is paid by use.';

async function newScenario(): Promise<{ scenario: string; role: string; enterprise: string }> {
  const id = await createScenario(database.db, people.facilitator, { title: 'Fleet', language: 'en', origin: 'DE' });
  for (const right of ['editor', 'commenter', 'viewer'] as const) await cast.grant(id, people[right], right);
  let ids!: ReturnType<typeof createEntities>;
  await edit(id, (doc) => {
    ids = createEntities(doc, { roles: [{ label: { en: 'Supplier' }, phases: { before: {} } }], enterprises: [{ name: { en: 'Acme' }, colour: 1 }] });
    const text = sectionOf(doc, 'description', 'en');
    text.delete(0, text.length);
    writeRichText(text, [{ type: 'paragraph', content: [{ type: 'text', text: wording }] }]);
  });
  return { scenario: id, role: ids.roles[0]!, enterprise: ids.enterprises[0]! };
}

/** Edits the document as the editor does in a browser. */
async function edit(id: string, change: (doc: Y.Doc) => void): Promise<void> {
  const doc = await documentOf(id);
  const before = Y.encodeStateVector(doc);
  change(doc);
  const update = Y.encodeStateAsUpdate(doc, before);
  await database.db.transaction((tx) => appendUpdates(tx, id, [{ person: people.editor.id, clientIds: [doc.clientID], update }]));
}
async function documentOf(id: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate((await readDocument(database.db, id)).doc));
  return doc;
}
async function anchorOn(quote: string, id = scenario): Promise<TextAnchor> {
  const from = wording.indexOf(quote);
  return anchorAt(sectionOf(await documentOf(id), 'description', 'en'), { from, to: from + quote.length })!;
}

beforeEach(async () => {
  ({ scenario, role, enterprise } = await newScenario());
});

const begin = (actor: Actor, input: Partial<NewThread> = {}) => createThread(database.db, actor, { scenario, item: 'scenario', body: 'Is this so?', requestId: randomUUID(), ...input });
const list = (actor: Actor = people.facilitator): Promise<Thread[]> => listThreads(database.db, actor, scenario);
const only = async (actor: Actor = people.facilitator): Promise<Thread> => {
  const threads = await list(actor);
  expect(threads).toHaveLength(1);
  return threads[0]!;
};
const first = async (): Promise<Comment> => (await only()).comments[0]!;

describe('who may do what', () => {
  const who = ['facilitator', 'editor', 'commenter', 'viewer', 'stranger'] as const;
  type Place = { scenario: string; thread: string; comment: string };
  const verbs: Record<string, (actor: Actor, place: Place) => Promise<unknown>> = {
    listReaders: (actor) => listReaders(database.db, actor, scenario),
    editComment: (actor, place) => editComment(database.db, actor, { ...place, body: `Said by ${actor.id}` }),
    deleteComment: (actor, place) => deleteComment(database.db, actor, place),
    translateComment: (actor, place) => translateComment(database.db, actor, { ...place, language: 'zh', body: '是这样吗？' }),
    assignThread: (actor, place) => assignThread(database.db, actor, { ...place, to: { person: actor.id }, dueOn: null }),
    classifyThread: (actor, place) => classifyThread(database.db, actor, { ...place, kind: 'technical' }),
    releaseThread: (actor, place) => releaseThread(database.db, actor, place),
    markRead: (actor, place) => markRead(database.db, actor, { scenario: place.scenario, comments: [place.comment] }),
    acceptProposal: (actor, place) => decideProposal(database.db, actor, { ...place, decision: 'accepted' }),
    rejectProposal: (actor, place) => decideProposal(database.db, actor, { ...place, decision: 'rejected' }),
    withdrawProposal: (actor, place) => decideProposal(database.db, actor, { ...place, decision: 'withdrawn' }),
  };
  // The comment is the editor's.
  test.each([
    ['listReaders', ['done', 'done', 'done', 'done', 'not-found']],
    ['editComment', ['forbidden', 'done', 'forbidden', 'forbidden', 'not-found']],
    ['deleteComment', ['forbidden', 'done', 'forbidden', 'forbidden', 'not-found']],
    ['translateComment', ['done', 'done', 'done', 'forbidden', 'not-found']],
    ['assignThread', ['done', 'done', 'done', 'forbidden', 'not-found']],
    ['classifyThread', ['done', 'done', 'done', 'forbidden', 'not-found']],
    ['releaseThread', ['done', 'done', 'done', 'forbidden', 'not-found']],
    ['markRead', ['done', 'done', 'done', 'done', 'not-found']],
    ['acceptProposal', ['done', 'done', 'forbidden', 'forbidden', 'not-found']],
    ['rejectProposal', ['done', 'done', 'forbidden', 'forbidden', 'not-found']],
    ['withdrawProposal', ['forbidden', 'done', 'forbidden', 'forbidden', 'not-found']],
  ])('%s', async (verb, expected) => {
    const answers: string[] = [];
    for (const right of who) {
      const label = labelOf(await documentOf(scenario), 'roles', role, 'en')!.toString(); // another one where somebody has just accepted
      const place = { scenario, ...(await begin(people.editor, { item: `role:${role}`, proposal: { part: 'label:en', before: label, after: `${label}!` } })) };
      answers.push(await outcome(verbs[verb]!(people[right], place)));
    }
    expect(answers).toEqual(expected);
  });

  it('through another scenario there is nothing to be done, whatever right one has in both', async () => {
    const place = await begin(people.editor, { item: `role:${role}`, proposal: { part: 'label:en', before: 'Supplier', after: 'Maker' } });
    const before = await list();
    const elsewhere = (await newScenario()).scenario;
    for (const verb of Object.keys(verbs).filter((name) => name !== 'listReaders' && name !== 'markRead')) expect([verb, await outcome(verbs[verb]!(people.editor, { ...place, scenario: elsewhere }))]).toEqual([verb, 'not-found']);
    await markRead(database.db, people.facilitator, { scenario: elsewhere, comments: [place.comment] });
    expect(await list()).toEqual(before);
    for (const comment of [randomUUID(), 'x', (await begin(people.editor)).comment])
      for (const verb of [editComment, deleteComment] as const) expect(await outcome(verb(database.db, people.editor, { scenario, thread: place.thread, comment, body: 'x' }))).toBe('not-found');
  });
});

describe('one’s own comment', () => {
  it('is changed and marked so; an unchanged one is not', async () => {
    const place = { scenario, ...(await begin(people.editor, { mentions: [people.commenter.id] })) };
    await editComment(database.db, people.editor, { ...place, body: 'Is this so?', mentions: [people.commenter.id] });
    expect(await first()).toMatchObject({ body: 'Is this so?', editedAt: null, mentions: [{ name: 'Mei' }] });
    await editComment(database.db, people.editor, { ...place, body: ' Is that so? ', language: 'en', mentions: [people.facilitator.id] });
    expect(await first()).toMatchObject({ body: 'Is that so?', editedAt: expect.stringMatching(/Z$/) as string, language: 'en', mentions: [{ name: 'Anna' }] });
    await editComment(database.db, people.editor, { ...place, body: 'Is that so?', language: 'en', mentions: [people.viewer.id] });
    expect(await first()).toMatchObject({ mentions: [{ name: 'Olga' }] });
    for (const [body, code] of [['', 'empty-text'], ['x'.repeat(100_000), 'too-large']] as const) expect(await outcome(editComment(database.db, people.editor, { ...place, body }))).toBe(code);
    expect((await first()).body).toBe('Is that so?');
  });

  it('that only proposes a change may say in which language, and stay without words', async () => {
    const place = await begin(people.editor, { item: `role:${role}`, body: '', proposal: { part: 'label:en', before: 'Supplier', after: 'Maker' } });
    expect(await outcome(editComment(database.db, people.editor, { scenario, ...place, body: '', language: 'en' }))).toBe('done');
    const [row] = await database.db.select().from(comments).where(eq(comments.id, place.comment));
    expect(row).toMatchObject({ body: '', language: 'en', editedAt: null });
  });

  it('is deleted with its words, its translations and its open proposal; its place stays', async () => {
    const place = { scenario, ...(await begin(people.editor, { item: `role:${role}`, mentions: [people.commenter.id], proposal: { part: 'label:en', before: 'Supplier', after: 'Maker' } })) };
    await translateComment(database.db, people.commenter, { ...place, language: 'zh', body: '秘密' });
    await replyToThread(database.db, people.commenter, { scenario, thread: place.thread, body: 'Yes.', requestId: randomUUID() });
    await deleteComment(database.db, people.editor, place);
    expect(await first()).toMatchObject({ body: '', isDeleted: true, author: { name: 'Ben' }, mentions: [], translations: [], proposal: null });
    expect((await only()).comments).toHaveLength(2);
    for (const again of [
      () => deleteComment(database.db, people.editor, place),
      () => editComment(database.db, people.editor, { ...place, body: 'back' }),
      () => translateComment(database.db, people.commenter, { ...place, language: 'zh', body: 'x' }),
    ])
      expect(await outcome(again())).toBe('not-found');
  });

  it('is translated by a person, who is named; a later one takes the place of an earlier', async () => {
    const place = { scenario, ...(await begin(people.editor, { language: 'de', body: 'Stimmt das?' })) };
    for (let time = 0; time < 2; time++) await translateComment(database.db, people.commenter, { ...place, language: 'zh', body: '对吗' });
    const audited = await database.db.select().from(auditEntries).where(and(eq(auditEntries.scenarioId, scenario), eq(auditEntries.verb, 'comment.translate')));
    expect(audited).toHaveLength(1); // said again, it changes nothing
    await translateComment(database.db, people.facilitator, { ...place, language: 'zh', body: '这对吗？' });
    await translateComment(database.db, people.commenter, { ...place, language: 'en', body: 'Is this right?' });
    expect((await first()).translations).toMatchObject([
      { language: 'en', body: 'Is this right?', by: { name: 'Mei' } },
      { language: 'zh', body: '这对吗？', by: { name: 'Anna' } },
    ]);
    expect(await outcome(translateComment(database.db, people.commenter, { ...place, language: 'de', body: 'x' }))).toBe('bad-request');
  });
});

describe('who is called', () => {
  it('is somebody who can read it; of strangers and of nobody the same is said, and nothing is written', async () => {
    await begin(people.editor, { mentions: [people.commenter.id, people.viewer.id, people.commenter.id] });
    expect((await first()).mentions.map(({ name }) => name).sort()).toEqual(['Mei', 'Olga']);
    const before = await list();
    const { comments } = before[0]!;
    for (const mentions of [[people.stranger.id], [randomUUID()], [people.commenter.id, people.stranger.id], ["'; drop table people"]]) {
      expect(await outcome(begin(people.editor, { mentions }))).toBe('unknown-person');
      expect(await outcome(replyToThread(database.db, people.editor, { scenario, thread: before[0]!.id, body: 'x', requestId: randomUUID(), mentions }))).toBe('unknown-person');
      expect(await outcome(editComment(database.db, people.editor, { scenario, thread: before[0]!.id, comment: comments[0]!.id, body: 'y', mentions }))).toBe('unknown-person');
    }
    expect(await list()).toEqual(before);
  });

  it('is no account that has been disabled', async () => {
    const gone = await cast.join('Gone', 'DE');
    await cast.grant(scenario, gone, 'editor');
    const place = { scenario, ...(await begin(people.editor, { mentions: [gone.id] })) };
    await database.db.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, gone.id));
    expect(await outcome(begin(people.editor, { mentions: [gone.id] }))).toBe('unknown-person');
    // what called them before can still be mended
    expect(await outcome(editComment(database.db, people.editor, { ...place, body: 'Mended', mentions: [gone.id] }))).toBe('done');
    expect(await only()).toMatchObject({ comments: [{ body: 'Mended', mentions: [{ name: 'Gone' }] }] });
    expect((await listReaders(database.db, people.viewer, scenario)).map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Mei', 'Olga']);
  });
});

describe('who is asked to act', () => {
  it('is a reader or a delegation, until a day', async () => {
    const { thread } = await begin(people.editor);
    const assign = (to: { person: string } | { delegation: string } | null, dueOn: string | null = null) => assignThread(database.db, people.commenter, { scenario, thread, to, dueOn });
    await assign({ person: people.viewer.id }, '2028-02-29');
    expect(await only()).toMatchObject({ assignee: { person: { name: 'Olga' } }, dueOn: '2028-02-29' });
    await assign({ delegation: 'CN' });
    expect(await only()).toMatchObject({ assignee: { delegation: 'CN' }, dueOn: null });
    for (const [to, dueOn, code] of [
      [{ person: people.stranger.id }, null, 'unknown-person'],
      [{ person: randomUUID() }, null, 'unknown-person'],
      [{ delegation: 'XX' }, null, 'unknown-person'],
      [null, '2027-02-29', 'bad-request'],
      [null, 'tomorrow', 'bad-request'],
      [null, '0000-01-01', 'bad-request'],
    ] as const)
      expect(await outcome(assign(to, dueOn))).toBe(code);
    expect(await only()).toMatchObject({ assignee: { delegation: 'CN' } });
    await assign(null);
    expect((await only()).assignee).toBeNull();
  });
});

describe('what is unread', () => {
  it('is what others said after the newest comment one has read, for each person', async () => {
    const { thread, comment } = await begin(people.editor);
    const unread = async () => Object.fromEntries(await Promise.all((['facilitator', 'editor', 'commenter', 'viewer'] as const).map(async (who) => [who, (await only(people[who])).unread])));
    expect(await unread()).toEqual({ facilitator: 1, editor: 0, commenter: 1, viewer: 1 });
    await markRead(database.db, people.commenter, { scenario, comments: [comment] });
    const reply = await replyToThread(database.db, people.facilitator, { scenario, thread, body: 'Yes.', requestId: randomUUID() });
    expect(await unread()).toEqual({ facilitator: 1, editor: 1, commenter: 1, viewer: 2 });
    await markRead(database.db, people.viewer, { scenario, comments: [reply.comment] });
    await markRead(database.db, people.viewer, { scenario, comments: [comment] }); // a late request takes nothing back
    expect(await unread()).toEqual({ facilitator: 1, editor: 1, commenter: 1, viewer: 0 });
    expect(await outcome(markRead(database.db, people.viewer, { scenario, comments: ['x'] }))).toBe('bad-request');
  });
});

describe('a range of wording', () => {
  it('is discussed with the words that stand there, and with no others', async () => {
    const anchor = await anchorOn('operates the machine');
    const item = 'section:description:en';
    await begin(people.commenter, { item, anchor });
    expect((await only()).anchor).toEqual(anchor);
    const other = (await newScenario()).scenario;
    const foreign = await anchorOn('operates', other);
    const refused: [Partial<NewThread>, string][] = [
      [{ item, anchor: { ...anchor, quote: 'sabotages the machine' } }, 'text-moved'],
      [{ item, anchor: foreign }, 'not-found'],
      [{ item: 'section:description:zh', anchor }, 'not-found'],
      [{ item: 'scenario', anchor }, 'bad-request'],
      [{ item: `role:${role}`, anchor }, 'bad-request'],
      [{ item, anchor: { start: 'AAAA', end: 'AAAA', quote: 'x' } }, 'not-found'],
      [{ item, anchor: { start: '', end: '', quote: '' } }, 'not-found'],
      [{ item, anchor: { ...anchor, start: 'A'.repeat(100_000) } }, 'not-found'],
      [{ item, anchor: { ...anchor, quote: 'x'.repeat(100_000) } }, 'too-large'],
      [{ item, anchor: { start: anchor.end, end: anchor.start, quote: '' } }, 'text-moved'],
    ];
    for (const [input, code] of refused) expect([input, await outcome(begin(people.commenter, input))]).toEqual([input, code]);
    expect(await list()).toHaveLength(1);
  });
});

describe('what no store takes in the text', () => {
  const raw = 'paid\0by use';
  const read = 'paid\ufffdby use';
  const inSection = async (text: string) => {
    const from = plainSection(sectionOf(await documentOf(scenario), 'description', 'en')).text.indexOf(text);
    return anchorAt(sectionOf(await documentOf(scenario), 'description', 'en'), { from, to: from + text.length })!;
  };
  beforeEach(() =>
    edit(scenario, (doc) => {
      const text = sectionOf(doc, 'description', 'en');
      text.delete(0, text.length);
      text.insert(0, [new Y.XmlElement('paragraph')]);
      (text.get(0) as Y.XmlElement).insert(0, [new Y.XmlText(`It is ${raw}, they say.`)]);
      for (const words of [labelOf(doc, 'roles', role, 'en')!, rationaleOf(doc, enterprise, 'who')]) {
        words.delete(0, words.length);
        words.insert(0, raw);
      }
    }),
  );

  it.each([['as the client reads it', read], ['as it stands', raw]])('is quoted and changed %s', async (_, sent) => {
    const anchor = { ...(await inSection(read)), quote: sent };
    const onText = { item: 'section:description:en', anchor, proposal: { part: 'range', before: sent, after: 'paid\nby the hour' } } as const;
    const onLabel = { item: `role:${role}`, proposal: { part: 'label:en', before: sent, after: 'paid by the hour' } } as const;
    const onReason = { item: `cell:${enterprise}:who`, proposal: { part: 'rationale', before: sent, after: `${read}!` } } as const;
    for (const input of [onText, onLabel, onReason]) {
      const requestId = randomUUID();
      const made = await begin(people.commenter, { ...input, requestId });
      expect(await begin(people.commenter, { ...input, requestId })).toEqual(made);
      await decideProposal(database.db, people.editor, { scenario, ...made, decision: 'accepted' });
    }
    const doc = await documentOf(scenario);
    expect(plainSection(sectionOf(doc, 'description', 'en')).text).toBe('It is paid\nby the hour, they say.');
    expect(labelOf(doc, 'roles', role, 'en')!.toString()).toBe('paid by the hour');
    expect(rationaleOf(doc, enterprise, 'who').toString()).toBe(`${raw}!`); // what stays keeps its letters
    expect((await list()).map((thread) => [thread.anchor?.quote ?? null, thread.comments[0]!.proposal!.before]).sort()).toEqual([[null, read], [null, read], [read, read]].sort());
  });
});

describe('a proposed change', () => {
  const onRole = { part: 'label:en', before: 'Supplier', after: 'Maker' } as const;
  const labelNow = async (): Promise<string> => labelOf(await documentOf(scenario), 'roles', role, 'en')!.toString();
  const textNow = async (): Promise<string> => plainSection(sectionOf(await documentOf(scenario), 'description', 'en')).text;

  it('is made for a label, a cell’s judgement, rationale or state, or a range, as they stand', async () => {
    const section = 'section:description:en';
    const anchor = await anchorOn('by use');
    const fitting: Partial<NewThread>[] = [
      { item: `role:${role}`, proposal: onRole },
      { item: `enterprise:${enterprise}`, proposal: { part: 'label:en', before: 'Acme', after: 'Acme AG' } },
      { item: `cell:${enterprise}:who`, proposal: { part: 'change', before: '', after: 'significant' } },
      { item: `cell:${enterprise}:who`, proposal: { part: 'rationale', before: '', after: '新客户群' } },
      { item: `cell:${enterprise}:who`, proposal: { part: 'after', before: '', after: 'Suppliers, too' } },
      { item: section, anchor, proposal: { part: 'range', before: 'by use', after: 'per part produced' } },
    ];
    for (const input of fitting) expect([input, await outcome(begin(people.commenter, input))]).toEqual([input, 'done']);
    const refused: [Partial<NewThread>, string][] = [
      [{ item: `role:${role}`, proposal: { ...onRole, before: 'Somebody else' } }, 'text-moved'],
      [{ item: `role:${role}`, proposal: { ...onRole, after: 'Supplier' } }, 'bad-request'],
      [{ item: `role:${role}`, proposal: { ...onRole, after: 'x'.repeat(100_000) } }, 'too-large'],
      [{ item: `role:${role}`, proposal: { part: 'rationale', before: '', after: 'x' } }, 'not-found'],
      [{ item: `enterprise:${enterprise}`, proposal: { part: 'before', before: '', after: 'x' } }, 'not-found'],
      [{ item: 'scenario', proposal: onRole }, 'not-found'],
      [{ item: section, proposal: { part: 'range', before: 'by use', after: 'x' } }, 'not-found'],
      [{ item: `cell:${enterprise}:who`, proposal: { part: 'change', before: '', after: 'enormous' } }, 'bad-request'],
    ];
    for (const [input, code] of refused) expect([input, await outcome(begin(people.commenter, input))]).toEqual([input, code]);
    expect(await list()).toHaveLength(fitting.length);
  });

  it('is accepted once, by the first of two, and settles its thread; who did so may take it back', async () => {
    const place = { scenario, ...(await begin(people.commenter, { item: `role:${role}`, proposal: onRole })) };
    const accept = (actor: Actor) => decideProposal(database.db, actor, { ...place, decision: 'accepted' });
    expect((await Promise.all([outcome(accept(people.editor)), outcome(accept(people.facilitator))])).sort()).toEqual(['already-decided', 'done']);
    const { resolved, comments } = await only();
    expect(comments[0]!.proposal).toMatchObject({ ...onRole, decided: { decision: 'accepted', by: resolved!.by } });
    const [mine, other] = resolved!.by.name === 'Ben' ? [people.editor, people.facilitator] : [people.facilitator, people.editor];
    expect(await outcome(reopenProposal(database.db, other, place))).toBe('forbidden');
    expect(await labelNow()).toBe('Maker');
    await reopenProposal(database.db, mine, place);
    expect(await only()).toMatchObject({ resolved: null, comments: [{ proposal: { decided: null } }] });
    expect(await labelNow()).toBe('Supplier');
  });

  it('is made with its acceptance as an edit of who accepts, and so stands in the item’s history', async () => {
    const anchor = await anchorOn('machine and is paid');
    const place = { scenario, ...(await begin(people.commenter, { item: 'section:description:en', anchor, proposal: { part: 'range', before: 'machine and is paid', after: 'machine.\nIt is paid' } })) };
    await decideProposal(database.db, people.facilitator, { ...place, decision: 'accepted' });
    expect(await textNow()).toBe('The supplier operates the machine.\nIt is paid by use.');
    const { edits } = await readItemHistory(database.db, people.viewer, { scenario, item: 'section:description:en' });
    expect(edits[0]).toMatchObject({ by: { name: 'Anna' } });
    const [update] = await readUpdatesAfter(database.db, scenario, edits[0]!.seq - 1);
    const [row] = await database.db.select().from(proposals).where(eq(proposals.commentId, place.comment));
    expect([update!.person, row!.editSeq]).toEqual([people.facilitator.id, update!.seq]);

    // others go on around it: that does not hinder taking it back, and is kept
    await edit(scenario, (doc) => ((sectionOf(doc, 'description', 'en').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, ' big'));
    await reopenProposal(database.db, people.facilitator, place);
    expect(await textNow()).toBe('The big supplier operates the machine and is paid by use.');
    await decideProposal(database.db, people.facilitator, { ...place, decision: 'accepted' });
    expect(await textNow()).toBe('The big supplier operates the machine.\nIt is paid by use.');

    await edit(scenario, (doc) => ((sectionOf(doc, 'description', 'en').get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(3, 'always '));
    const before = await textNow();
    expect(await outcome(reopenProposal(database.db, people.facilitator, place))).toBe('text-moved');
    expect(await textNow()).toBe(before);
    expect((await only()).comments[0]!.proposal!.decided?.decision).toBe('accepted');
  });

  it('for a judgement, a rationale or a state is made and taken back, too', async () => {
    const cell = `cell:${enterprise}:who`;
    const onChange = { scenario, ...(await begin(people.commenter, { item: cell, proposal: { part: 'change', before: '', after: 'significant' } })) };
    const onRationale = { scenario, ...(await begin(people.commenter, { item: cell, proposal: { part: 'rationale', before: '', after: '新客户群' } })) };
    const onState = { scenario, ...(await begin(people.commenter, { item: cell, proposal: { part: 'after', before: '', after: 'Suppliers, too' } })) };
    const says = async () => {
      const doc = await documentOf(scenario);
      return [cellsOf(doc).get(changeKey(enterprise, 'who')) ?? null, rationaleOf(doc, enterprise, 'who').toString(), stateText(doc, enterprise, 'who', 'after')];
    };
    for (const place of [onChange, onRationale, onState]) await decideProposal(database.db, people.editor, { ...place, decision: 'accepted' });
    expect(await says()).toEqual(['significant', '新客户群', 'Suppliers, too']);
    for (const place of [onChange, onRationale, onState]) await reopenProposal(database.db, people.editor, place);
    expect(await says()).toEqual([null, '', '']);
  });

  it('for a judgement that somebody has since taken away and made again is theirs, and not taken back', async () => {
    const place = { scenario, ...(await begin(people.commenter, { item: `cell:${enterprise}:who`, proposal: { part: 'change', before: '', after: 'significant' } })) };
    await decideProposal(database.db, people.editor, { ...place, decision: 'accepted' });
    for (const change of ['none', 'significant'] as const) await edit(scenario, (doc) => setChange(doc, enterprise, 'who', change));
    expect(await outcome(reopenProposal(database.db, people.editor, place))).toBe('text-moved');
    expect((await only()).comments[0]!.proposal!.decided?.decision).toBe('accepted');
  });

  it('whose edit was left to a browser, and never made, can be taken back; one that was made can not', async () => {
    const place = { scenario, ...(await begin(people.commenter, { item: `role:${role}`, proposal: onRole })) };
    const accepted = { decision: 'accepted' as const, decidedBy: people.editor.id, decidedAt: new Date() };
    await database.db.update(proposals).set(accepted).where(eq(proposals.commentId, place.comment));
    await reopenProposal(database.db, people.editor, place);
    await database.db.update(proposals).set(accepted).where(eq(proposals.commentId, place.comment));
    await edit(scenario, (doc) => labelOf(doc, 'roles', role, 'en')!.insert(0, 'Other '));
    expect(await outcome(reopenProposal(database.db, people.editor, place))).toBe('text-moved');
  });

  it('that would make the scenario larger than it may be is refused, and stays open', async () => {
    const place = { scenario, ...(await begin(people.commenter, { item: `role:${role}`, proposal: { ...onRole, after: 'A maker of machines' } })) };
    await edit(scenario, (doc) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText('x'.repeat(bounds.characters - measureScenario(projectScenario(doc)).characters - 1))]);
      sectionOf(doc, 'value-proposition', 'en').insert(0, [paragraph]);
    });
    expect(await outcome(decideProposal(database.db, people.editor, { ...place, decision: 'accepted' }))).toBe('over-bound');
    expect(await labelNow()).toBe('Supplier');
    expect((await only()).comments[0]!.proposal!.decided).toBeNull();
  });

  it('is stale once something else stands there, and can then only be rejected or withdrawn', async () => {
    const onText = { scenario, ...(await begin(people.commenter, { item: 'section:description:en', anchor: await anchorOn('operates'), proposal: { part: 'range', before: 'operates', after: 'runs' } })) };
    const onLabel = { scenario, ...(await begin(people.commenter, { item: `role:${role}`, proposal: onRole })) };
    const onCell = { scenario, ...(await begin(people.commenter, { item: `cell:${enterprise}:how`, proposal: { part: 'rationale', before: '', after: 'x' } })) };
    await edit(scenario, (doc) => {
      const text = (sectionOf(doc, 'description', 'en').get(0) as Y.XmlElement).get(0) as Y.XmlText;
      text.insert(wording.indexOf('operates') + 3, '…');
      labelOf(doc, 'roles', role, 'en')!.insert(0, 'Machine ');
      rationaleOf(doc, enterprise, 'how').insert(0, 'y');
    });
    for (const place of [onText, onLabel, onCell]) expect(await outcome(decideProposal(database.db, people.editor, { ...place, decision: 'accepted' }))).toBe('text-moved');
    await decideProposal(database.db, people.editor, { ...onText, decision: 'rejected' });
    await decideProposal(database.db, people.commenter, { ...onLabel, decision: 'withdrawn' });
    expect(await outcome(decideProposal(database.db, people.editor, { ...onLabel, decision: 'rejected' }))).toBe('already-decided');
    await edit(scenario, (doc) => deleteEntities(doc, { enterprises: [enterprise] }));
    expect(await outcome(decideProposal(database.db, people.editor, { ...onCell, decision: 'accepted' }))).toBe('text-moved');
    const decisions = (await list()).map(({ comments }) => comments[0]!.proposal!.decided?.decision ?? null);
    expect(decisions).toEqual(['rejected', 'withdrawn', null]);
  });

  it('that was decided on stays on record when its author deletes the comment', async () => {
    const place = { scenario, ...(await begin(people.commenter, { item: `role:${role}`, proposal: onRole })) };
    await decideProposal(database.db, people.editor, { ...place, decision: 'rejected' });
    await deleteComment(database.db, people.commenter, place);
    expect(await first()).toMatchObject({ body: '', proposal: { after: 'Maker', decided: { decision: 'rejected', by: { name: 'Ben' } } } });
  });
});

describe('the inbox', () => {
  const told = async (actor: Actor) => (await database.db.select().from(inboxEntries).where(and(eq(inboxEntries.personId, actor.id), eq(inboxEntries.scenarioId, scenario))).orderBy(asc(inboxEntries.at))).map(({ kind, subject }) => ({ kind, ...subject }));

  it('hears of mentions, answers, assignments and decisions, once each, and never of one’s own', async () => {
    const item = `role:${role}`;
    const { thread, comment } = await begin(people.commenter, { item, mentions: [people.editor.id, people.commenter.id], proposal: { part: 'label:en', before: 'Supplier', after: 'Maker' } });
    const place = { scenario, thread, comment };
    await editComment(database.db, people.commenter, { ...place, body: 'Is that so?', mentions: [people.editor.id, people.facilitator.id] });
    const reply = await replyToThread(database.db, people.editor, { ...place, body: 'Yes.', requestId: randomUUID() });
    const answer = await replyToThread(database.db, people.commenter, { ...place, body: 'Well.', requestId: randomUUID(), mentions: [people.editor.id] });
    await assignThread(database.db, people.editor, { ...place, to: { person: people.facilitator.id }, dueOn: null });
    await decideProposal(database.db, people.facilitator, { ...place, decision: 'accepted' });
    expect(await told(people.editor)).toEqual([{ kind: 'mentioned', thread, comment, item }, { kind: 'mentioned', thread, comment: answer.comment, item }]);
    expect(await told(people.facilitator)).toEqual([{ kind: 'mentioned', thread, comment, item }, { kind: 'assigned', thread, item }]);
    expect(await told(people.commenter)).toEqual([{ kind: 'replied', thread, comment: reply.comment, item }, { kind: 'proposal-decided', thread, comment, item, accepted: true }]);
  });

  it('counts as read what its owner has read, or answered, where it stands; and nothing else', async () => {
    const unread = async (actor: Actor) => (await database.db.select().from(inboxEntries).where(and(eq(inboxEntries.personId, actor.id), eq(inboxEntries.scenarioId, scenario), isNull(inboxEntries.readAt))).orderBy(asc(inboxEntries.at))).map(({ kind }) => kind);
    const both = [people.editor.id, people.facilitator.id];
    const { thread, comment } = await begin(people.commenter, { mentions: both });
    await begin(people.commenter, { mentions: both });
    const place = { scenario, thread, comment };
    await assignThread(database.db, people.commenter, { ...place, to: { person: people.editor.id }, dueOn: null });
    expect(await unread(people.editor)).toEqual(['mentioned', 'mentioned', 'assigned']);
    await markRead(database.db, people.editor, { scenario, comments: [comment] });
    expect(await unread(people.editor)).toEqual(['mentioned', 'assigned']);
    expect(await unread(people.facilitator)).toEqual(['mentioned', 'mentioned']);

    await editComment(database.db, people.commenter, { ...place, body: 'You', mentions: [] });
    await editComment(database.db, people.commenter, { ...place, body: 'You again', mentions: [people.editor.id] });
    expect(await unread(people.editor)).toEqual(['mentioned', 'assigned', 'mentioned']);
    await replyToThread(database.db, people.editor, { ...place, body: 'Yes.', requestId: randomUUID() });
    expect(await unread(people.editor)).toEqual(['mentioned', 'assigned']);
  });

  it('says nothing to the other side of what a delegation keeps to itself', async () => {
    const moved = await cast.join('Moritz', 'DE');
    await cast.grant(scenario, moved, 'editor');
    const place = { scenario, ...(await begin(moved, { internal: true })) };
    await database.db.update(accounts).set({ delegationId: cast.delegation.CN! }).where(eq(accounts.id, moved.id));
    await replyToThread(database.db, people.editor, { ...place, body: 'x', requestId: randomUUID() });
    await assignThread(database.db, people.editor, { ...place, to: { delegation: 'DE' }, dueOn: null });
    expect(await told(moved)).toEqual([]);
    expect(await told(people.commenter)).toEqual([]);
    expect(await told(people.facilitator)).toMatchObject([{ kind: 'assigned' }]);
  });
});

describe('what a delegation keeps to itself', () => {
  it('is gone from the inbox of whoever leaves that delegation, and comes back with them or with its release', async () => {
    const moved = await cast.join('Moritz', 'DE');
    await cast.grant(scenario, moved, 'editor');
    const place = { scenario, ...(await begin(people.editor, { internal: true, mentions: [moved.id] })) };
    const heard = async () => [(await listInbox(database.db, moved)).entries.length, await countUnread(database.db, moved)];
    const join = (delegation: string | null) => database.db.update(accounts).set({ delegationId: delegation && cast.delegation[delegation]! }).where(eq(accounts.id, moved.id));
    expect(await heard()).toEqual([1, 1]);
    for (const other of ['CN', null]) {
      await join(other);
      expect(await heard()).toEqual([0, 0]);
    }
    await join('DE');
    expect(await heard()).toEqual([1, 1]);
    await join('CN');
    await releaseThread(database.db, people.editor, place);
    expect(await heard()).toEqual([1, 1]);
  });

  it('does not exist for anybody else, until somebody of it releases it', async () => {
    const place = { scenario, ...(await begin(people.editor, { internal: true, item: `role:${role}`, proposal: { part: 'label:en', before: 'Supplier', after: 'Maker' } })) };
    expect((await only(people.facilitator)).internalTo).toBe('DE');
    const request = randomUUID();
    for (const actor of [people.commenter, people.viewer, people.stranger]) {
      expect(await listThreads(database.db, actor, scenario).catch(() => [])).toEqual([]);
      const tried: Promise<unknown>[] = [
        replyToThread(database.db, actor, { ...place, body: 'x', requestId: request }),
        resolveThread(database.db, actor, place),
        reopenThread(database.db, actor, place),
        editComment(database.db, actor, { ...place, body: 'x' }),
        deleteComment(database.db, actor, place),
        translateComment(database.db, actor, { ...place, language: 'zh', body: 'x' }),
        assignThread(database.db, actor, { ...place, to: null, dueOn: null }),
        classifyThread(database.db, actor, { ...place, kind: 'editorial' }),
        releaseThread(database.db, actor, place),
        decideProposal(database.db, actor, { ...place, decision: 'withdrawn' }),
      ];
      const answers = await Promise.all(tried.map(outcome));
      // Whoever may only read, or not even that, hears what they would hear of any thread.
      const right = actor === people.commenter ? 'not-found' : actor === people.viewer ? expect.stringMatching(/^(forbidden|not-found)$/) : 'not-found';
      for (const answer of answers) expect(answer).toEqual(right);
      await markRead(database.db, actor, { scenario, comments: [place.comment] }).catch(() => {});
    }
    const done = await database.db.select({ person: auditEntries.personId }).from(auditEntries).where(eq(auditEntries.scenarioId, scenario));
    expect(new Set(done.map(({ person }) => person))).toEqual(new Set([people.facilitator.id, people.editor.id]));
    for (const mentions of [[people.commenter.id], [people.viewer.id]]) expect(await outcome(replyToThread(database.db, people.editor, { ...place, body: 'x', requestId: randomUUID(), mentions }))).toBe('unknown-person');
    expect(await outcome(assignThread(database.db, people.editor, { ...place, to: { person: people.commenter.id }, dueOn: null }))).toBe('unknown-person');
    expect(await outcome(assignThread(database.db, people.editor, { ...place, to: { delegation: 'CN' }, dueOn: null }))).toBe('unknown-person');

    await releaseThread(database.db, people.facilitator, place);
    expect(await only(people.commenter)).toMatchObject({ id: place.thread, internalTo: null, unread: 1 });
    expect(await only(people.viewer)).toMatchObject({ id: place.thread });
  });

  it('is begun by people of a delegation only', async () => {
    const observer = await cast.join('Otto', null);
    await cast.grant(scenario, observer, 'editor');
    expect(await outcome(begin(observer, { internal: true }))).toBe('forbidden');
    expect(await list()).toEqual([]);
  });

  it('is announced for that delegation alone', async () => {
    const ear = new Client({ connectionString: database.url });
    await ear.connect();
    const heard: Record<string, unknown>[] = [];
    ear.on('notification', ({ payload }) => heard.push(JSON.parse(payload!) as Record<string, unknown>));
    await ear.query(`listen ${notificationChannel}`);
    const place = { scenario, ...(await begin(people.editor, { internal: true })) };
    await classifyThread(database.db, people.editor, { ...place, kind: 'editorial' });
    await replyToThread(database.db, people.editor, { ...place, body: 'x', requestId: randomUUID() });
    await releaseThread(database.db, people.editor, place);
    const of = { about: 'threads', scenario, thread: place.thread };
    const internal = { ...of, delegation: people.editor.delegationId };
    await expect.poll(() => heard).toEqual([internal, internal, internal, of]);
    await ear.end();
  });
});

describe('a request sent again', () => {
  it('is answered as the first time if it says the same, and refused if it says something else', async () => {
    const item = `role:${role}`;
    const proposal = { part: 'label:en', before: 'Supplier', after: 'Maker' } as const;
    const sent = { scenario, item, body: 'Is this so?', requestId: randomUUID(), mentions: [people.editor.id], language: 'en', proposal } as const;
    const first = await createThread(database.db, people.commenter, sent);
    expect(await createThread(database.db, people.commenter, sent)).toEqual(first);
    for (const other of [{ body: 'Or so?' }, { item: 'scenario' }, { proposal: null }, { proposal: { ...proposal, after: 'Builder' } }])
      expect([other, await outcome(createThread(database.db, people.commenter, { ...sent, ...other }))]).toEqual([other, 'bad-request']);

    const reply = { scenario, thread: first.thread, body: 'Yes.', requestId: randomUUID() };
    const made = await replyToThread(database.db, people.commenter, reply);
    expect(await replyToThread(database.db, people.commenter, reply)).toEqual(made);
    expect(await outcome(replyToThread(database.db, people.commenter, { ...reply, body: 'No.' }))).toBe('bad-request');
    // what was sent first can't be told any more once it has been edited
    await editComment(database.db, people.commenter, { scenario, ...made, thread: first.thread, body: 'Yes, indeed.' });
    expect(await replyToThread(database.db, people.commenter, reply)).toEqual(made);
    expect((await only()).comments).toHaveLength(2);
  });
});
