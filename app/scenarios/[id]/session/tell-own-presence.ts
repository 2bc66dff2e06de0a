import type { WebsocketProvider } from 'y-websocket';

/**
 * Lets a provider send its own client's presence alone. By itself it sends back to the server whatever it hears of the
 * others, with every move of their pointers, and the server drops that.
 */
export function tellOwnPresence(provider: WebsocketProvider): void {
  const { awareness } = provider;
  const tell = provider._awarenessUpdateHandler;
  awareness.off('update', tell);
  // In place of the provider's own, so that it takes this one off when it goes.
  provider._awarenessUpdateHandler = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
    if ([...added, ...updated, ...removed].includes(awareness.clientID)) tell({ added: [awareness.clientID], updated: [], removed: [] }, origin);
  };
  awareness.on('update', provider._awarenessUpdateHandler);
}
