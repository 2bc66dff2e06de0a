import * as encoding from 'lib0/encoding';
import { messageTypes, syncSteps, type News } from '@/lib/sync/messages';

/* Frames to clients. A frame is encoded once and the same bytes go to everybody. */

function frame(...write: ((encoder: encoding.Encoder) => void)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const step of write) step(encoder);
  return encoding.toUint8Array(encoder);
}

const uint = (value: number) => (encoder: encoding.Encoder): void => encoding.writeVarUint(encoder, value);
const bytes = (value: Uint8Array) => (encoder: encoding.Encoder): void => encoding.writeVarUint8Array(encoder, value);

export const encodeStep1 = (stateVector: Uint8Array): Uint8Array => frame(uint(messageTypes.sync), uint(syncSteps.step1), bytes(stateVector));
export const encodeStep2 = (update: Uint8Array): Uint8Array => frame(uint(messageTypes.sync), uint(syncSteps.step2), bytes(update));
export const encodeUpdate = (update: Uint8Array): Uint8Array => frame(uint(messageTypes.sync), uint(syncSteps.update), bytes(update));
export const encodeNews = (news: News): Uint8Array =>
  frame(uint(messageTypes.news), (encoder) => encoding.writeVarString(encoder, JSON.stringify(news)));

/** One client's presence as it goes over the wire; `state` is JSON, `null` where the client has gone. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: string;
}

export function encodeAwareness(entries: readonly PresenceEntry[]): Uint8Array {
  const update = frame(uint(entries.length), (encoder) => {
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
  return frame(uint(messageTypes.awareness), bytes(update));
}

/** Says nothing; y-websocket clients leave after 30 s without a message. */
export const keepAliveFrame: Uint8Array = encodeAwareness([]);
