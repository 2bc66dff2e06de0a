import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { emptyLocalized } from '@/lib/domain/languages';
import { createEntities } from './edits/create-entities';
import { deleteEntities, placeBoxes, setRelationKind, setRoleEnterprise } from './edits/edit-entities';
import { applyTextChange, replaceText } from './edits/edit-text';
import { projectScenario } from './project-scenario';
import { labelOf, layoutOf, rationaleOf, sectionOf } from './roots';
import { createScenarioUndo, type ScenarioUndoHandle } from './undo';

const tiptap = Symbol('tiptap');

interface Client {
  readonly doc: Y.Doc;
  readonly undo: ScenarioUndoHandle;
}

function client(id: number): Client {
  const doc = new Y.Doc();
  doc.clientID = id;
  return { doc, undo: createScenarioUndo(doc, { extraOrigins: [tiptap] }) };
}

/** Two clients; they hear of each other only in `meet`. */
function twoClients(): [Client, Client, () => void] {
  const [a, b] = [client(1), client(2)];
  const send = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote');
  const meet = (): void => {
    send(a.doc, b.doc);
    send(b.doc, a.doc);
    expect(projectScenario(a.doc)).toEqual(projectScenario(b.doc));
  };
  return [a, b, meet];
}

const labelIn = ({ doc }: Client, id: string): string | undefined => projectScenario(doc).roles.find((role) => role.id === id)?.label.en;
const boxIn = ({ doc }: Client, id: string): unknown => layoutOf(doc).get(`before:${id}`);
const type = ({ doc }: Client, id: string, insert: string): void => {
  const text = labelOf(doc, 'roles', id, 'en')!;
  applyTextChange(text, { at: text.length, remove: 0, insert });
};

describe('steps', () => {
  it('takes back each step on its own, and does it again', () => {
    const a = client(1);
    createEntities(a.doc, { roles: [{ id: 'r', phases: { before: { box: [0, 0, 10, 10] } } }] });
    placeBoxes(a.doc, 'before', { r: [5, 5, 10, 10] });
    placeBoxes(a.doc, 'before', { r: [9, 9, 10, 10] });
    expect(a.undo.undo()).toBe('done');
    expect(boxIn(a, 'r')).toEqual([5, 5, 10, 10]);
    expect(a.undo.undo()).toBe('done');
    expect(boxIn(a, 'r')).toEqual([0, 0, 10, 10]);
    expect(a.undo.undo()).toBe('done');
    expect(projectScenario(a.doc).roles).toEqual([]);
    expect(a.undo.undo()).toBe('nothing');
    for (let step = 0; step < 3; step++) expect(a.undo.redo()).toBe('done');
    expect(a.undo.redo()).toBe('nothing');
    expect(boxIn(a, 'r')).toEqual([9, 9, 10, 10]);
    expect(projectScenario(a.doc).roles).toHaveLength(1);
  });

  it('does not count an edit that changes nothing', () => {
    const a = client(1);
    createEntities(a.doc, { roles: [{ id: 'r', phases: { before: {} } }] });
    void a.undo.undo();
    placeBoxes(a.doc, 'before', {});
    setRoleEnterprise(a.doc, 'r', 'before', null);
    expect(a.undo.canUndo.get()).toBe(false);
    expect(a.undo.canRedo.get()).toBe(true);
  });

  it('joins typing in one text, but not across texts, pauses or steps', () => {
    const a = client(1);
    createEntities(a.doc, { roles: ['r', 's'].map((id) => ({ id, phases: { before: {} } })) });
    type(a, 'r', 'a');
    type(a, 'r', 'b');
    type(a, 's', 'x');
    a.undo.manager.lastChange -= 1000; // a pause
    type(a, 's', 'y');
    setRelationKind(a.doc, 'none', 'data');
    type(a, 's', 'z');
    setRoleEnterprise(a.doc, 's', 'before', 'e');
    type(a, 's', '!');
    const seen: string[] = [];
    for (let step = 0; step < 5; step++) {
      expect(a.undo.undo()).toBe('done');
      seen.push(`${labelIn(a, 'r')}|${labelIn(a, 's')}`);
    }
    expect(seen).toEqual(['ab|xyz', 'ab|xyz', 'ab|x', 'ab|', '|']);
  });

  it('tracks the extra origin and no other, and leaves a paragraph in which a peer has written', () => {
    const [a, b, meet] = twoClients();
    const paragraph = (): Y.XmlElement => {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText('')]);
      return element;
    };
    const fragment = (of: Client): Y.XmlFragment => sectionOf(of.doc, 'description', 'en');
    a.doc.transact(() => fragment(a).insert(0, [paragraph()]), 'elsewhere');
    expect(a.undo.canUndo.get()).toBe(false);
    a.doc.transact(() => fragment(a).insert(1, [paragraph()]), tiptap);
    meet();
    ((fragment(b).get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'theirs');
    meet();
    expect(a.undo.undo()).toBe('overwritten');
    expect(fragment(a).toString()).toContain('theirs');
  });

  it('survives the unmounting of a text editor, which destroys its undo manager', () => {
    const a = client(1);
    a.undo.manager.destroy();
    rationaleOf(a.doc, 'e', 'who');
    a.doc.transact(() => rationaleOf(a.doc, 'e', 'who').insert(0, 'x'), tiptap);
    expect(a.undo.undo()).toBe('done');
    a.undo.destroy();
    a.doc.transact(() => rationaleOf(a.doc, 'e', 'who').insert(0, 'y'), tiptap);
    expect(a.undo.undo()).toBe('nothing');
  });

  it('tells when it becomes possible and impossible, also if a text editor asks its manager', () => {
    const a = client(1);
    const seen: string[] = [];
    const stop = a.undo.canUndo.subscribe(() => seen.push(`${a.undo.canUndo.get()} ${a.undo.canRedo.get()}`));
    a.doc.transact(() => rationaleOf(a.doc, 'e', 'who').insert(0, 'x'), tiptap);
    a.undo.manager.undo();
    void a.undo.redo();
    stop();
    void a.undo.undo();
    expect(seen).toEqual(['true false', 'false true', 'true false']);
  });
});

describe('invariant 5: a value that a peer has overwritten', () => {
  function placed(): ReturnType<typeof twoClients> {
    const clients = twoClients();
    const [a, , meet] = clients;
    createEntities(a.doc, { roles: ['r', 's'].map((id) => ({ id, phases: { before: { box: [0, 0, 10, 10] as const } } })) });
    meet();
    return clients;
  }

  it('is left alone and reported, and the step before waits for the next undo', () => {
    const [a, b, meet] = placed();
    placeBoxes(a.doc, 'before', { s: [1, 1, 10, 10] });
    placeBoxes(a.doc, 'before', { r: [1, 1, 10, 10] });
    meet();
    placeBoxes(b.doc, 'before', { r: [2, 2, 10, 10] });
    meet();
    const before = Y.encodeStateVector(a.doc);
    expect(a.undo.undo()).toBe('overwritten');
    expect(Y.encodeStateVector(a.doc)).toEqual(before);
    expect(a.undo.canRedo.get()).toBe(false);
    expect(boxIn(a, 's')).toEqual([1, 1, 10, 10]);
    expect(a.undo.undo()).toBe('done');
    expect(boxIn(a, 's')).toEqual([0, 0, 10, 10]);
    expect(boxIn(a, 'r')).toEqual([2, 2, 10, 10]);
  });

  it('holds between own steps, too', () => {
    const [a, b, meet] = placed();
    placeBoxes(a.doc, 'before', { r: [1, 1, 10, 10] });
    meet();
    placeBoxes(b.doc, 'before', { r: [2, 2, 10, 10] });
    meet();
    placeBoxes(a.doc, 'before', { r: [3, 3, 10, 10] });
    expect(a.undo.undo()).toBe('done');
    expect(boxIn(a, 'r')).toEqual([2, 2, 10, 10]);
    expect(a.undo.undo()).toBe('overwritten');
    expect(boxIn(a, 'r')).toEqual([2, 2, 10, 10]);
    expect(a.undo.redo()).toBe('done');
    expect(boxIn(a, 'r')).toEqual([3, 3, 10, 10]);
    meet();
  });

  it('never leaves a key without a value where two wrote at the same moment, whoever won', () => {
    const [a, b, meet] = placed();
    placeBoxes(a.doc, 'before', { r: [1, 1, 10, 10] });
    placeBoxes(b.doc, 'before', { r: [2, 2, 10, 10] });
    meet();
    const [winner, loser] = (boxIn(a, 'r') as number[])[0] === 1 ? [a, b] : [b, a];
    const kept = boxIn(a, 'r');
    expect(loser.undo.undo()).toBe('overwritten');
    expect(boxIn(loser, 'r')).toEqual(kept);
    expect(winner.undo.undo()).toBe('done');
    expect(boxIn(winner, 'r')).toEqual([0, 0, 10, 10]);
    meet();
  });

  it('does not hold back the rest of its step', () => {
    const [a, b, meet] = placed();
    placeBoxes(a.doc, 'before', { r: [1, 1, 10, 10], s: [1, 1, 10, 10] });
    meet();
    placeBoxes(b.doc, 'before', { r: [2, 2, 10, 10] });
    meet();
    expect(a.undo.undo()).toBe('done');
    expect([boxIn(a, 'r'), boxIn(a, 's')]).toEqual([[2, 2, 10, 10], [0, 0, 10, 10]]);
    meet();
    expect(a.undo.redo()).toBe('done');
    expect([boxIn(a, 'r'), boxIn(a, 's')]).toEqual([[2, 2, 10, 10], [1, 1, 10, 10]]);
  });

  it('holds for redo', () => {
    const [a, b, meet] = placed();
    placeBoxes(a.doc, 'before', { r: [1, 1, 10, 10] });
    void a.undo.undo();
    meet();
    placeBoxes(b.doc, 'before', { r: [2, 2, 10, 10] });
    meet();
    expect(a.undo.redo()).toBe('overwritten');
    expect(boxIn(a, 'r')).toEqual([2, 2, 10, 10]);
  });
});

describe('invariant 8: deleting is a mark', () => {
  it('keeps what a peer wrote meanwhile through undo of a creation and of a deletion', () => {
    const [a, b, meet] = twoClients();
    createEntities(a.doc, { roles: [{ id: 'r', label: { ...emptyLocalized, en: 'Maker' }, phases: { before: {} } }] });
    meet();
    replaceText(labelOf(b.doc, 'roles', 'r', 'en')!, 'Machine maker');
    void a.undo.undo();
    meet();
    expect(labelIn(b, 'r')).toBeUndefined();
    void a.undo.redo();
    meet();
    expect(labelIn(b, 'r')).toBe('Machine maker');

    deleteEntities(a.doc, { roles: ['r'] });
    type(b, 'r', '!');
    meet();
    void a.undo.undo();
    meet();
    expect(labelIn(b, 'r')).toBe('Machine maker!');
  });

  it('does not bring back what a peer has deleted too', () => {
    const [a, b, meet] = twoClients();
    createEntities(a.doc, { roles: [{ id: 'r', phases: { before: {} } }] });
    meet();
    deleteEntities(b.doc, { roles: ['r'] });
    meet();
    expect(a.undo.undo()).toBe('overwritten');
    expect(a.undo.canUndo.get()).toBe(false);
  });
});

describe('invariant 4: local origins only', () => {
  it('never offers a peer’s edit', () => {
    const [a, b, meet] = twoClients();
    createEntities(b.doc, { roles: [{ id: 'r', phases: { before: {} } }] });
    replaceText(labelOf(b.doc, 'roles', 'r', 'en')!, 'theirs');
    meet();
    expect(a.undo.canUndo.get()).toBe(false);
    expect(a.undo.undo()).toBe('nothing');
    type(a, 'r', ' mine');
    meet();
    type(b, 'r', ' more');
    meet();
    expect(a.undo.undo()).toBe('done');
    expect(labelIn(a, 'r')).toBe('theirs more');
  });
});

describe('a step by a verb', () => {
  /** A verb whose answers come when they are let go. */
  function verb(key = 'v') {
    const asked: { readonly what: 'undo' | 'redo'; readonly answer: (outcome: 'done' | 'overwritten' | 'unavailable') => Promise<void> }[] = [];
    const ask = (what: 'undo' | 'redo') => () =>
      new Promise<'done' | 'overwritten' | 'unavailable'>((resolve) => {
        asked.push({
          what,
          answer: async (outcome) => {
            resolve(outcome);
            await new Promise((done) => setTimeout(done));
          },
        });
      });
    return { asked, step: { key, undo: ask('undo'), redo: ask('redo') } };
  }
  function withTyping(): { a: Client; text: () => string; type: (letter: string) => void } {
    const a = client(1);
    const note = rationaleOf(a.doc, 'e', 'who');
    return { a, text: () => note.toString(), type: (letter) => applyTextChange(note, { at: note.length, remove: 0, insert: letter }) };
  }

  it('is taken back and made again in its order, one step at a time', async () => {
    const { a, text, type } = withTyping();
    const { asked, step } = verb();
    type('a');
    a.undo.add(step);
    type('b'); // not joined with what stands before the verb
    expect(a.undo.undo()).toBe('done');
    expect(text()).toBe('a');

    const outcome = a.undo.undo();
    expect([asked.map(({ what }) => what), a.undo.canUndo.get(), a.undo.canRedo.get()]).toEqual([['undo'], false, false]);
    expect([a.undo.undo(), a.undo.redo()]).toEqual(['nothing', 'nothing']); // does not skip on
    expect(a.undo.manager.undo()).toBeNull(); // nor do an editor's own keys
    expect(text()).toBe('a');
    await asked[0]!.answer('done');
    expect(await outcome).toBe('done');

    expect(a.undo.undo()).toBe('done');
    expect(text()).toBe('');
    expect(a.undo.redo()).toBe('done');
    void a.undo.redo();
    await asked[1]!.answer('done');
    expect(asked.map(({ what }) => what)).toEqual(['undo', 'redo']);
    expect(a.undo.redo()).toBe('done');
    expect(text()).toBe('ab');
    expect([a.undo.canUndo.get(), a.undo.canRedo.get()]).toEqual([true, false]);
  });

  it('is dropped where somebody has overwritten it, and kept where the server was not there', async () => {
    const { a, text, type } = withTyping();
    const { asked, step } = verb();
    type('a');
    a.undo.add(step);
    const first = a.undo.undo();
    await asked[0]!.answer('unavailable');
    expect([await first, a.undo.canUndo.get(), a.undo.canRedo.get()]).toEqual(['unavailable', true, false]);
    const second = a.undo.undo();
    await asked[1]!.answer('overwritten');
    expect([await second, a.undo.canRedo.get()]).toEqual(['overwritten', false]);
    expect(a.undo.undo()).toBe('done');
    expect(text()).toBe('');
  });

  it('is left where it stands when something is typed meanwhile, which is the last step then', async () => {
    const { a, text, type } = withTyping();
    const { asked, step } = verb();
    a.undo.add(step);
    void a.undo.undo();
    type('x');
    await asked[0]!.answer('done');
    expect(a.undo.canRedo.get()).toBe(false);
    expect(a.undo.undo()).toBe('done');
    expect(text()).toBe('');
    expect(a.undo.undo()).toBe('nothing');
  });

  it('can be taken back wherever it stands, and is gone from its place then', async () => {
    const { a, text, type } = withTyping();
    const { asked, step } = verb();
    a.undo.add(step);
    type('x');
    const outcome = a.undo.takeBack({ ...step });
    expect(a.undo.undo()).toBe('nothing'); // that is under way
    await asked[0]!.answer('done');
    expect(await outcome).toBe('done');
    expect(a.undo.undo()).toBe('done');
    expect(text()).toBe('');
    expect(a.undo.undo()).toBe('nothing');
    expect(asked).toHaveLength(1);
  });
});
