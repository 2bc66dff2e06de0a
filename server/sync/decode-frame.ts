import { messageTypes, syncSteps } from '@/lib/sync/messages';
import { ByteReader, MalformedError } from './byte-reader';

/** A frame from a client, taken apart as far as the protocol goes. */
export type Frame =
  | { readonly kind: 'state-vector'; readonly stateVector: Uint8Array }
  /** `complete`: a SyncStep2, which holds all that the client has and the server's last SyncStep1 did not name. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly complete: boolean }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  /** `frame` is the whole frame, to be sent back as it came. */
  | { readonly kind: 'acknowledge'; readonly frame: Uint8Array };

/**
 * Takes a frame apart.
 * @throws MalformedError if it is no frame of the protocol, or has bytes left over
 */
export function decodeFrame(bytes: Uint8Array): Frame {
  const reader = new ByteReader(bytes);
  const frame = read(reader, bytes);
  reader.end();
  return frame;
}

function read(reader: ByteReader, bytes: Uint8Array): Frame {
  switch (reader.varUint()) {
    case messageTypes.sync:
      return readSync(reader);
    case messageTypes.awareness:
      return { kind: 'awareness', update: reader.varUint8Array() };
    case messageTypes.queryAwareness:
      return { kind: 'query-awareness' };
    case messageTypes.acknowledge: {
      const counter = new ByteReader(reader.varUint8Array());
      counter.varUint();
      counter.end();
      return { kind: 'acknowledge', frame: bytes };
    }
    default:
      throw new MalformedError('unknown message');
  }
}

function readSync(reader: ByteReader): Frame {
  switch (reader.varUint()) {
    case syncSteps.step1: {
      const stateVector = reader.varUint8Array();
      checkStateVector(stateVector);
      return { kind: 'state-vector', stateVector };
    }
    case syncSteps.step2:
      return { kind: 'update', update: reader.varUint8Array(), complete: true };
    case syncSteps.update:
      return { kind: 'update', update: reader.varUint8Array(), complete: false };
    default:
      throw new MalformedError('unknown sync message');
  }
}

function checkStateVector(bytes: Uint8Array): void {
  const reader = new ByteReader(bytes);
  for (let count = reader.varUint(); count > 0; count--) {
    reader.varUint();
    reader.varUint();
  }
  reader.end();
}
