// @vitest-environment jsdom
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { createDocument } from '@/lib/document/create-document';
import { replaceText } from '@/lib/document/edits/edit-text';
import { metaOf, titleOf } from '@/lib/document/roots';
import { skeleton } from '@/lib/scenarios/skeleton';
import { closeCodes } from '@/lib/sync/close-codes';
import { messageTypes } from '@/lib/sync/messages';
import { openSession } from './open-session';
import type { ScenarioSession } from './scenario-session';

/** A socket whose server side the test plays by hand: nothing happens unless it says so. */
class HandSocket {
  static all: HandSocket[] = [];
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly sent: Uint8Array[] = [];
  constructor(readonly url: string) {
    HandSocket.all.push(this);
  }
  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }
  close(): void {
    this.readyState = 3;
  }
  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  receive(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer });
  }
  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }
}

const frame = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
};
const askWhatYouHold = (doc: Y.Doc) => frame(messageTypes.sync, (encoder) => syncProtocol.writeSyncStep1(encoder, doc));
const answerWith = (doc: Y.Doc) => frame(messageTypes.sync, (encoder) => syncProtocol.writeSyncStep2(encoder, doc));
const acknowledge = (counter: number) =>
  frame(messageTypes.acknowledge, (encoder) => {
    const inner = encoding.createEncoder();
    encoding.writeVarUint(inner, counter);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  });
const news = (value: unknown) => frame(messageTypes.news, (encoder) => encoding.writeVarString(encoder, JSON.stringify(value)));

/** What a client has sent: `sync:<step>` or the counter of a 102; awareness left out. */
function said(socket: HandSocket): (string | number)[] {
  return socket.sent.flatMap((bytes): (string | number)[] => {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === messageTypes.sync) return [`sync:${decoding.readVarUint(decoder)}`];
    if (type === messageTypes.acknowledge) return [decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder)))];
    return [];
  });
}

const me = { id: 'anna', name: 'Anna', delegation: 'DE', color: '#123456' };
let server: Y.Doc;
let session: ScenarioSession;
const socket = () => HandSocket.all.at(-1)!;
const settled = () => vi.advanceTimersByTimeAsync(0);
const rename = (title: string) => replaceText(titleOf(session.doc, 'en')!, title);

async function connect(): Promise<void> {
  socket().accept();
  socket().receive(askWhatYouHold(server));
  socket().receive(answerWith(server));
  await settled();
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', HandSocket);
  HandSocket.all = [];
  server = createDocument(skeleton({ title: 'First', language: 'en' }));
  session = openSession({ scenarioId: 's', epoch: 3, me, right: 'editor', syncUrl: 'ws://accord.test/sync' });
  await settled();
});
afterEach(() => {
  session.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a session', () => {
  it('shows its own presence and sends back nothing of the others’', async () => {
    await connect();
    const presences = (): number => socket().sent.filter(([type]) => type === messageTypes.awareness).length;
    const before = presences();
    const peer = new Awareness(new Y.Doc());
    peer.setLocalState({ user: { ...me, id: 'li' } });
    socket().receive(frame(messageTypes.awareness, (encoder) => encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(peer, [peer.clientID]))));
    expect(session.peers.get()).toHaveLength(1);
    expect(presences()).toBe(before);
    session.show({ part: 'wording' });
    expect(presences()).toBe(before + 1);
  });

  it('asks for its scenario, the epoch of its copy and news', () => {
    expect(socket().url).toBe('ws://accord.test/sync/s?news=1&epoch=3');
  });

  it('is not ready before the document is here, and then saved', async () => {
    expect([session.trust.get().state, session.ready.get()]).toEqual(['opening', false]);
    await connect();
    expect([session.trust.get().state, session.ready.get()]).toEqual(['saved', true]);
    expect(session.scenario.get().title.en).toBe('First');
  });

  it('sends a number after each edit and says saved only when the newest came back', async () => {
    await connect();
    const before = said(socket()).length;
    rename('Second');
    await settled();
    rename('Third');
    await settled();
    expect(said(socket()).slice(before)).toEqual(['sync:2', 1, 'sync:2', 2]);
    expect(session.trust.get().state).toBe('saving');
    socket().receive(acknowledge(1));
    expect(session.trust.get().state).toBe('saving');
    socket().receive(acknowledge(2));
    expect(session.trust.get().state).toBe('saved');
    expect(session.unsaved.get()).toBe(false);
  });

  it('lets no number speak for edits before the server has asked what this client holds', async () => {
    await connect();
    socket().end(closeCodes.goingAway);
    rename('Offline');
    expect(session.trust.get()).toMatchObject({ state: 'offline', edited: true, kept: false }); // jsdom has no IndexedDB
    await vi.advanceTimersByTimeAsync(1_000);
    socket().accept();
    rename('Just connected');
    await settled();
    expect(said(socket()).filter((entry) => typeof entry === 'number')).toEqual([]);
    socket().receive(askWhatYouHold(server));
    socket().receive(answerWith(server));
    await settled();
    expect(said(socket()).slice(-2)).toEqual(['sync:1', 2]);
    expect(session.trust.get().state).toBe('saving');
    socket().receive(acknowledge(2));
    expect(session.trust.get().state).toBe('saved');
  });

  it('tries again, not all at the same moment, after a close that asks for it', async () => {
    await connect();
    socket().end(closeCodes.failed);
    expect(session.trust.get()).toMatchObject({ state: 'offline', edited: false });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(HandSocket.all.length).toBeGreaterThan(1);
  });

  it('never tries again after a final close, and keeps what was unsent', async () => {
    await connect();
    rename('Refused');
    socket().end(closeCodes.readOnly);
    expect(session.trust.get()).toEqual({ state: 'refused', reason: 'readOnly', unsent: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(HandSocket.all).toHaveLength(1);
    expect(session.scenario.get().title.en).toBe('Refused');
  });

  it('turns read-only for a document that is newer than this client', async () => {
    metaOf(server).set('schemaVersion', 99);
    await connect();
    expect(session.trust.get()).toEqual({ state: 'refused', reason: 'clientTooOld', unsent: false });
  });

  it('follows news: rights, storage, and rows for those who listen', async () => {
    const heard = vi.fn();
    const leave = session.onNews(heard);
    await connect();
    socket().receive(news({ topic: 'access', right: 'viewer' }));
    expect(session.right.get()).toBe('viewer');
    expect(session.editing.get()).toBe('open');
    socket().receive(news({ topic: 'access', right: 'editor', editing: 'presenter' }));
    expect(session.editing.get()).toBe('presenter');
    rename('Waiting');
    socket().receive(news({ topic: 'storage', state: 'failing' }));
    expect(session.trust.get()).toEqual({ state: 'saving', held: true });
    leave();
    socket().receive(news({ topic: 'threads' }));
    expect(heard.mock.calls.map(([each]) => (each as { topic: string }).topic)).toEqual(['access', 'access', 'storage']);
  });

  it('undoes its own work alone', async () => {
    await connect();
    rename('Mine');
    const peers = metaOf(server);
    peers.set('bestPractice', 'Theirs');
    socket().receive(frame(messageTypes.sync, (encoder) => syncProtocol.writeUpdate(encoder, Y.encodeStateAsUpdate(server))));
    expect(session.undo.undo()).toBe('done');
    expect(session.scenario.get()).toMatchObject({ title: { en: 'First' }, bestPractice: 'Theirs' });
    expect(session.undo.undo()).toBe('nothing');
  });

  it('lets go of everything when it is destroyed', async () => {
    await connect();
    session.destroy();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(HandSocket.all).toHaveLength(1);
    expect(socket().readyState).toBe(3);
  });
});
