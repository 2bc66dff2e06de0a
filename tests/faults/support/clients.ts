import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { TestPerson } from './sync-world';

/** An unmodified y-websocket client with a session's cookie. */
export interface PlainClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  destroy(): void;
}

export function plainClient(url: string, scenario: string, person: TestPerson, { params = {}, doc = new Y.Doc() }: { params?: Record<string, string>; doc?: Y.Doc } = {}): PlainClient {
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie: person.cookie } });
    }
  }
  const provider = new WebsocketProvider(url, scenario, doc, { WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket, disableBc: true, params });
  return {
    doc,
    provider,
    destroy() {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}

/** Resolves as soon as `holds`, asking whenever `watch` says that something may have changed. */
export function until(holds: () => boolean, watch: (listener: () => void) => () => void, patience = 10_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const unwatch = watch(check);
    const timer = setTimeout(() => {
      unwatch();
      reject(new Error(`did not come true within ${patience} ms: ${holds.toString()}`));
    }, patience);
    function check(): void {
      if (!holds()) return;
      clearTimeout(timer);
      unwatch();
      resolve();
    }
    check();
  });
}

/** Resolves once `holds` of a document. */
export function untilDoc(doc: Y.Doc, holds: () => boolean, patience?: number): Promise<void> {
  return until(
    holds,
    (listener) => {
      doc.on('update', listener);
      return () => doc.off('update', listener);
    },
    patience,
  );
}

export function untilAwareness({ provider }: PlainClient, holds: () => boolean, patience?: number): Promise<void> {
  return until(
    holds,
    (listener) => {
      provider.awareness.on('change', listener);
      return () => provider.awareness.off('change', listener);
    },
    patience,
  );
}

export function untilSynced({ provider }: PlainClient, patience = 10_000): Promise<void> {
  return until(
    () => provider.synced,
    (listener) => {
      provider.on('sync', listener);
      return () => provider.off('sync', listener);
    },
    patience,
  );
}

/** Resolves with the code of the next close. */
export function nextClose({ provider }: PlainClient): Promise<number> {
  return new Promise((resolve) => provider.once('connection-close', (event: { code: number } | null) => resolve(event?.code ?? 0)));
}
