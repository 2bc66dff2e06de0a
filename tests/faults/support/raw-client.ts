import * as encoding from 'lib0/encoding';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { messageTypes, syncSteps, type News } from '@/lib/sync/messages';
import type { TestPerson } from './sync-world';

/** A frame as a test looks at it. */
export type Received =
  | { readonly type: 'step1' | 'step2' | 'update' | 'awareness'; readonly body: Uint8Array }
  | { readonly type: 'acknowledge'; readonly counter: number }
  | { readonly type: 'news'; readonly news: News };

interface Waiting {
  readonly wants: (frame: Received) => boolean;
  readonly resolve: (frame: Received) => void;
}

/** A client that says exactly what a test has it say. */
export class RawClient {
  readonly frames: Received[] = [];
  readonly opened: Promise<void>;
  /** The code of the close. */
  readonly closed: Promise<number>;
  isClosed = false;
  private waiting: Waiting[] = [];

  constructor(readonly socket: WebSocket) {
    this.opened = new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    this.opened.catch(() => {});
    socket.on('error', () => {});
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    void this.closed.then(() => (this.isClosed = true));
    socket.on('message', (data) => this.take(decodeReceived(new Uint8Array(data as Buffer))));
  }

  send(frame: Uint8Array): void {
    this.socket.send(frame);
  }

  /** The next frame that `wants` asks for, from now on. */
  next(wants: (frame: Received) => boolean): Promise<Received> {
    return new Promise((resolve) => this.waiting.push({ wants, resolve }));
  }

  /** Asks for the document and waits for the answer. @returns the document */
  async sync(doc = new Y.Doc()): Promise<Y.Doc> {
    const answer = this.next(({ type }) => type === 'step2');
    const apply = this.follow(doc);
    this.send(step1(doc));
    await answer;
    apply.stop();
    return doc;
  }

  /** Applies every update that comes to `doc`. */
  follow(doc: Y.Doc): { stop(): void } {
    const listener = (data: WebSocket.RawData): void => {
      const frame = decodeReceived(new Uint8Array(data as Buffer));
      if (frame.type === 'step2' || frame.type === 'update') Y.applyUpdate(doc, frame.body);
    };
    this.socket.prependListener('message', listener);
    return { stop: () => void this.socket.off('message', listener) };
  }

  /** Resolves when the server says that everything sent before is committed. */
  async acknowledged(counter: number): Promise<void> {
    const answer = this.next((frame) => frame.type === 'acknowledge' && frame.counter === counter);
    this.send(acknowledge(counter));
    await answer;
  }

  private take(frame: Received): void {
    this.frames.push(frame);
    const ready = this.waiting.filter(({ wants }) => wants(frame));
    this.waiting = this.waiting.filter((one) => !ready.includes(one));
    for (const { resolve } of ready) resolve(frame);
  }
}

/** Opens a socket as `person`. */
export function connect(url: string, scenario: string, person: TestPerson | null, { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {}): RawClient {
  return new RawClient(new WebSocket(`${url}/${scenario}${query}`, { headers: { ...(person && { cookie: person.cookie }), ...headers } }));
}

function decodeReceived(bytes: Uint8Array): Received {
  const decoder = decoding.createDecoder(bytes);
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return { type: (['step1', 'step2', 'update'] as const)[decoding.readVarUint(decoder)]!, body: decoding.readVarUint8Array(decoder) };
    case messageTypes.awareness:
      return { type: 'awareness', body: decoding.readVarUint8Array(decoder) };
    case messageTypes.acknowledge:
      return { type: 'acknowledge', counter: decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder))) };
    case messageTypes.news:
      return { type: 'news', news: JSON.parse(decoding.readVarString(decoder)) as News };
    default:
      throw new Error('a frame that the protocol does not have');
  }
}

function frame(...parts: (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}

export const step1 = (doc: Y.Doc): Uint8Array => frame(messageTypes.sync, syncSteps.step1, Y.encodeStateVector(doc));
export const step2 = (update: Uint8Array): Uint8Array => frame(messageTypes.sync, syncSteps.step2, update);
export const update = (bytes: Uint8Array): Uint8Array => frame(messageTypes.sync, syncSteps.update, bytes);
export const acknowledge = (counter: number): Uint8Array => frame(messageTypes.acknowledge, frame(counter));
export const awareness = (bytes: Uint8Array): Uint8Array => frame(messageTypes.awareness, bytes);

/** What an edit adds to a document, as one update. */
export function updateOf(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const listen = (bytes: Uint8Array): unknown => updates.push(bytes);
  doc.on('update', listen);
  edit(doc);
  doc.off('update', listen);
  return Y.mergeUpdates(updates);
}

/** A client's presence, as y-protocols encodes it. */
export function presence(...entries: { readonly clientId: number; readonly clock: number; readonly state: unknown }[]): Uint8Array {
  return presenceText(...entries.map((entry) => ({ ...entry, state: JSON.stringify(entry.state) })));
}

/** A presence that says `state` to the letter, JSON or not. */
export function presenceText(...entries: { readonly clientId: number; readonly clock: number; readonly state: string }[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return awareness(encoding.toUint8Array(encoder));
}

/** The presences in an awareness frame. */
export function presencesIn(body: Uint8Array): { clientId: number; clock: number; state: Record<string, unknown> | null }[] {
  const decoder = decoding.createDecoder(body);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown> | null,
  }));
}
