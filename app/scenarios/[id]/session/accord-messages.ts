import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebsocketProvider } from 'y-websocket';
import { rights } from '@/lib/domain/delegations';
import { editingStates } from '@/lib/domain/editing';
import { messageTypes, syncSteps, type News } from '@/lib/sync/messages';

/**
 * Teaches a provider Accord's own messages.
 * @param on `answered`: the server has asked what we hold and our answer has been sent on this socket; `acknowledged`:
 *   everything up to this counter is committed; `news`: rows beside the document have changed
 */
export function handleAccordMessages(
  provider: WebsocketProvider,
  on: { answered(): void; acknowledged(counter: number): void; news(news: News): void },
): void {
  const handleSync = provider.messageHandlers[messageTypes.sync]!;
  provider.messageHandlers[messageTypes.sync] = (encoder, decoder, ...rest) => {
    const step = decoder.arr[decoder.pos];
    handleSync(encoder, decoder, ...rest);
    // The provider sends the answer right after this handler; a microtask comes after that.
    if (step === syncSteps.step1) queueMicrotask(on.answered);
  };
  provider.messageHandlers[messageTypes.acknowledge] = (_encoder, decoder) => {
    on.acknowledged(decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder))));
  };
  provider.messageHandlers[messageTypes.news] = (_encoder, decoder) => {
    const news = parseNews(decoding.readVarString(decoder));
    if (news) on.news(news);
  };
}

/** Asks the server to return `counter` once all that was sent before is committed. False if there is no open socket. */
export function askForAcknowledgement(provider: WebsocketProvider, counter: number): boolean {
  const socket = provider.ws;
  if (!provider.wsconnected || !socket || socket.readyState !== socket.OPEN) return false;
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, counter);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.acknowledge);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  socket.send(encoding.toUint8Array(encoder));
  return true;
}

/** News of a shape that this client knows; null for others, which a newer server may send. */
export function parseNews(json: string): News | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!value || typeof value !== 'object') return null;
  const { topic, thread, right, editing, state } = value as Record<string, unknown>;
  switch (topic) {
    case 'threads':
      return typeof thread === 'string' ? { topic, thread } : { topic };
    case 'snapshots':
    case 'inbox':
    case 'positions':
    case 'meetings':
      return { topic };
    case 'access': {
      const known = rights.find((candidate) => candidate === right);
      // an older server says nothing of it, and a newer one has reasons that only it knows: it refuses what may not be
      return known ? { topic, right: known, editing: editingStates.find((candidate) => candidate === editing) ?? 'open' } : null;
    }
    case 'storage':
      return state === 'failing' || state === 'working' ? { topic, state } : null;
    default:
      return null;
  }
}
