import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate, type Verdict } from './gate';

const anna = { person: 'anna', mayWrite: true };
const olga = { person: 'olga', mayWrite: false };

function capture(doc: Y.Doc, edit: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array): unknown => updates.push(update);
  doc.on('update', listen);
  edit();
  doc.off('update', listen);
  return Y.mergeUpdates(updates);
}

/** A stored document, and a client that has all of it. */
function pair(): { room: Y.Doc; client: Y.Doc } {
  const room = new Y.Doc();
  room.getText('section').insert(0, 'stored');
  room.getMap('meta').set('role', new Y.Map([['label', 'Machine builder']]));
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(room));
  return { room, client };
}

const owners = new Map<number, string | null>();
const judge = (room: Y.Doc, update: Uint8Array, sender = anna, known: ReadonlyMap<number, string | null> = owners): Verdict => judgeUpdate(room, update, sender, known);

/** An update written by hand: for what no Yjs client would write. */
function handmade(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
const uints = (encoder: encoding.Encoder, ...values: number[]): void => values.forEach((value) => encoding.writeVarUint(encoder, value));

describe('accepts', () => {
  test('an ordinary edit, and says what it brings', () => {
    const { room, client } = pair();
    const verdict = judge(room, capture(client, () => client.getText('section').insert(6, ' words')));
    expect(verdict).toMatchObject({ outcome: 'accepted', overlaps: false, clientIds: [client.clientID], growth: { structs: 1, characters: 6 } });
  });

  test('every kind of shared type and content', () => {
    const { room, client } = pair();
    const update = capture(client, () => {
      client.getMap('x').set('map', new Y.Map());
      client.getArray('y').insert(0, [1, 1.5, 'text', null, true, { deep: [{ er: 1n }] }, new Uint8Array([1, 2])]);
      client.getXmlFragment('z').insert(0, [new Y.XmlElement('paragraph'), new Y.XmlText('text'), new Y.XmlHook('hook') as unknown as Y.XmlElement]);
      client.getText('section').format(0, 3, { bold: true });
      client.getText('section').insertEmbed(1, { image: 'x' });
      client.getText('section').delete(0, 2);
    });
    expect(judge(room, update)).toMatchObject({ outcome: 'accepted' });
    Y.applyUpdate(room, update);
    expect(Y.encodeStateVector(room)).toEqual(Y.encodeStateVector(client));
  });

  test('pure deletions', () => {
    const { room, client } = pair();
    expect(judge(room, capture(client, () => client.getText('section').delete(0, 3)))).toMatchObject({ outcome: 'accepted', clientIds: [] });
  });

  test('an answer that says again, in one struct, what is already there in part', () => {
    const { room, client } = pair();
    Y.applyUpdate(room, capture(client, () => client.getText('section').insert(6, 'a')));
    client.getText('section').insert(7, 'bc');
    expect(judge(room, Y.encodeStateAsUpdate(client))).toMatchObject({ outcome: 'accepted', overlaps: true });
  });

  test('several clients at once, whatever the order in which they build on each other', () => {
    const { room, client } = pair();
    const tabs = [client, new Y.Doc(), new Y.Doc()];
    const relay = (): void => tabs.forEach((from) => tabs.forEach((to) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from))));
    relay();
    for (let index = 0; index < 30; index++) {
      const tab = tabs[index % 3]!;
      tab.getText('section').insert(index % 5, `<${index}>`);
      relay();
    }
    expect(judge(room, Y.encodeStateAsUpdate(client))).toMatchObject({ outcome: 'accepted' });
  });
});

describe('rule 20: decodes completely', () => {
  const { client } = pair();
  const sound = capture(client, () => client.getText('section').insert(0, 'x'));
  const malformed: Record<string, Uint8Array> = {
    'nothing at all': new Uint8Array(),
    'an end that is missing': sound.slice(0, -1),
    'a byte left over': new Uint8Array([...sound, 0]),
    'a number that never ends': new Uint8Array(20).fill(255),
    'more structs than there are': handmade((e) => uints(e, 1, 2 ** 40, 7, 0)),
    'an empty struct': handmade((e) => uints(e, 1, 1, 7, 0, 0, 0, 0)),
    'a client named twice': handmade((e) => uints(e, 2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0)),
    'an unknown kind of content': handmade((e) => uints(e, 1, 1, 7, 0, 11, 1, 0)),
    'an empty deletion': handmade((e) => uints(e, 0, 1, 7, 1, 0, 0)),
    'a clock beyond all measure': handmade((e) => uints(e, 1, 1, 7, 0, 0, 2 ** 40, 0)),
    'text that is no UTF-8': handmade((e) => {
      uints(e, 1, 1, 7, 0, 4, 1);
      encoding.writeVarString(e, 'root');
      encoding.writeVarUint8Array(e, new Uint8Array([0xff, 0xfe]));
      uints(e, 0);
    }),
  };
  test.each(Object.entries(malformed))('%s', (_name, update) => {
    const { room } = pair();
    expect(judge(room, update)).toMatchObject({ outcome: 'refused', reason: 'malformed' });
  });

  test('a subdocument', () => {
    const { room, client: other } = pair();
    expect(judge(room, capture(other, () => other.getMap('x').set('doc', new Y.Doc())))).toMatchObject({ outcome: 'refused', reason: 'malformed' });
  });
});

describe('rules 21 and 22: nothing new, and who may not write', () => {
  test('what is known is fine, whoever says it', () => {
    const { room, client } = pair();
    room.getText('section').delete(0, 2);
    Y.applyUpdate(client, Y.encodeStateAsUpdate(room));
    expect(judge(room, Y.encodeStateAsUpdate(client), olga)).toEqual({ outcome: 'nothing-new' });
    expect(judge(room, new Uint8Array([0, 0]), olga)).toEqual({ outcome: 'nothing-new' });
  });

  test('new content, a deletion, or something out of the blue, from a viewer', () => {
    const { room, client } = pair();
    const insertion = capture(client, () => client.getText('section').insert(0, 'x'));
    const later = capture(client, () => client.getText('section').insert(0, 'y'));
    const deletion = capture(client, () => client.getText('section').delete(3, 1));
    for (const update of [insertion, later, deletion]) expect(judge(room, update, olga)).toMatchObject({ outcome: 'refused', reason: 'readOnly' });
  });
});

describe('rule 23: client ids belong to people', () => {
  test("another's, or the system's, is refused; one's own is fine", () => {
    const { room, client } = pair();
    const update = capture(client, () => client.getText('section').insert(0, 'x'));
    expect(judge(room, update, anna, new Map([[client.clientID, 'ben']]))).toMatchObject({ reason: 'foreignClient' });
    expect(judge(room, update, anna, new Map([[client.clientID, null]]))).toMatchObject({ reason: 'foreignClient' });
    expect(judge(room, update, anna, new Map([[client.clientID, 'anna']]))).toMatchObject({ outcome: 'accepted' });
  });

  test("deleting what another wrote is an edit like any other", () => {
    const { room, client } = pair();
    const update = capture(client, () => client.getText('section').delete(0, 1));
    expect(judge(room, update, anna, new Map([[room.clientID, 'ben']]))).toMatchObject({ outcome: 'accepted' });
  });
});

describe('rule 24: gaps', () => {
  test('clocks that are missing in between', () => {
    const { room, client } = pair();
    client.getText('section').insert(0, 'x');
    expect(judge(room, capture(client, () => client.getText('section').insert(0, 'y')))).toEqual({ outcome: 'gap' });
  });

  test('an item on something that another client wrote and the document does not have', () => {
    const { room, client } = pair();
    const offline = new Y.Doc();
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(room));
    offline.getText('section').insert(2, 'away');
    Y.applyUpdate(client, Y.encodeStateAsUpdate(offline));
    expect(judge(room, capture(client, () => client.getText('section').insert(4, 'x')))).toEqual({ outcome: 'gap' });
    expect(judge(room, capture(client, () => client.getText('section').delete(4, 2)))).toEqual({ outcome: 'gap' });
    expect(judge(room, Y.encodeStateAsUpdate(client))).toMatchObject({ outcome: 'accepted' });
  });

  test('a struct that leaves something out', () => {
    const { room, client } = pair();
    const [first, , third] = ['a', 'b', 'c'].map((text) => capture(client, () => client.getText('section').insert(0, text)));
    expect(judge(room, Y.mergeUpdates([first!, third!]))).toEqual({ outcome: 'gap' });
  });
});

describe('rule 25: places', () => {
  const item = (e: encoding.Encoder, client: number, clock: number, origin: [number, number] | null, right: [number, number] | null): void => {
    uints(e, 1, client, clock);
    encoding.writeUint8(e, 4 | (origin ? 128 : 0) | (right ? 64 : 0));
    if (origin) uints(e, ...origin);
    if (right) uints(e, ...right);
    encoding.writeVarString(e, 'x');
  };

  test('between items of two different lists', () => {
    const { room } = pair();
    room.getText('other').insert(0, 'elsewhere');
    const update = handmade((e) => {
      uints(e, 1);
      item(e, 7, 0, [room.clientID, 0], [room.clientID, 9]);
      uints(e, 0);
    });
    expect(judge(room, update)).toMatchObject({ outcome: 'refused', reason: 'malformed' });
  });

  test('in a circle', () => {
    const { room } = pair();
    const update = handmade((e) => {
      uints(e, 2);
      item(e, 9, 0, [8, 0], null);
      item(e, 8, 0, [9, 0], null);
      uints(e, 0);
    });
    expect(judge(room, update)).toMatchObject({ outcome: 'refused', reason: 'malformed' });
  });

  test('on a later item of its own client', () => {
    const { room } = pair();
    const update = handmade((e) => {
      uints(e, 1);
      item(e, 9, 0, [9, 0], null);
      uints(e, 0);
    });
    expect(judge(room, update)).toMatchObject({ outcome: 'refused', reason: 'malformed' });
  });

  test('inside something that holds nothing', () => {
    const { room } = pair();
    const update = handmade((e) => {
      uints(e, 1, 1, 7, 0, 4, 0, room.clientID, 0);
      encoding.writeVarString(e, 'x');
      uints(e, 0);
    });
    expect(judge(room, update)).toMatchObject({ outcome: 'refused', reason: 'malformed' });
  });
});

describe('rule 26: nesting', () => {
  const nested = (depth: number): Uint8Array => {
    const client = new Y.Doc();
    return capture(client, () => {
      let map = client.getMap<unknown>('root');
      for (let level = 0; level < depth; level++) {
        const inner = new Y.Map<unknown>();
        map.set('inner', inner);
        map = inner;
      }
    });
  };
  const nestedValue = (depth: number): Uint8Array => {
    const client = new Y.Doc();
    let value: unknown = 1;
    for (let level = 0; level < depth; level++) value = [value];
    return capture(client, () => client.getMap('root').set('value', value));
  };

  test('shared types', () => {
    expect(judge(new Y.Doc(), nested(60))).toMatchObject({ outcome: 'accepted' });
    expect(judge(new Y.Doc(), nested(70))).toMatchObject({ outcome: 'refused', reason: 'malformed' });
  });

  test('shared types, level by level in updates of their own', () => {
    const room = new Y.Doc();
    Y.applyUpdate(room, nested(60));
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(room));
    let map = client.getMap<unknown>('root');
    while (map.get('inner')) map = map.get('inner') as Y.Map<unknown>;
    const outcomes: string[] = [];
    for (let level = 0; level < 10; level++) {
      const inner = new Y.Map<unknown>();
      const update = capture(client, () => map.set('inner', inner));
      map = inner;
      const verdict = judge(room, update);
      outcomes.push(verdict.outcome);
      if (verdict.outcome === 'accepted') Y.applyUpdate(room, update);
    }
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'refused', 'gap']));
    expect(outcomes[0]).toBe('accepted');
    expect(outcomes[6]).not.toBe('accepted');
  });

  test('plain values', () => {
    expect(judge(new Y.Doc(), nestedValue(30))).toMatchObject({ outcome: 'accepted' });
    expect(judge(new Y.Doc(), nestedValue(40))).toMatchObject({ outcome: 'refused', reason: 'malformed' });
  });
});

test('judging changes nothing: same bytes, no event', () => {
  const { room, client } = pair();
  const before = Y.encodeStateAsUpdate(room);
  let events = 0;
  room.on('afterTransaction', () => events++);
  for (const update of [capture(client, () => client.getText('new').insert(0, 'x')), Y.encodeStateAsUpdate(client), new Uint8Array([1, 2, 3])]) {
    judge(room, update);
    judge(room, update, olga);
  }
  expect(Y.encodeStateAsUpdate(room)).toEqual(before);
  expect(room.share.has('new')).toBe(false);
  expect(events).toBe(0);
});
