import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { metaOf } from '@/lib/document/roots';
import { createScenarioUndo } from '@/lib/document/undo';
import { includesRight, type Right } from '@/lib/domain/delegations';
import type { EditingState } from '@/lib/domain/editing';
import { schemaVersion } from '@/lib/domain/scenario';
import { closeReasonOf } from '@/lib/sync/close-codes';
import { epochParameter, newsParameter, type News } from '@/lib/sync/messages';
import type { PresentPerson } from '@/lib/sync/presence';
import { askForAcknowledgement, handleAccordMessages } from './accord-messages';
import { closeAtSignOut, rememberCopy } from './leave-device';
import { localCopyName, openLocalCopy, type LocalCopy } from './local-copy';
import type { ScenarioSession } from './scenario-session';
import { presenceSender } from './show-presence';
import { tellOwnPresence } from './tell-own-presence';
import { hasUnsaved, initialTrust, sameTrust, trustAfter, trustOf, type TrustEvent } from './trust-machine';
import { settable } from './watchable';
import { watchPeers } from './watch-peers';
import { watchScenario } from './watch-scenario';

export interface SessionOptions {
  readonly scenarioId: string;
  readonly epoch: number;
  readonly me: PresentPerson;
  /** What this person held when the page was made; news of the server change it. */
  readonly right: Right;
  /** Base of the socket's address, e.g. `wss://accord.example.org/sync`. */
  readonly syncUrl: string;
}

/** How long the first connection may take before a document that is here counts as offline. */
const patience = 3_000;
const longestBackoff = 5_000;

/**
 * Opens a scenario: the copy on this device first, then the server. Bind once per page; `destroy` undoes everything.
 */
export function openSession({ scenarioId, epoch, me, right: firstRight, syncUrl }: SessionOptions): ScenarioSession {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState({ user: me });
  const provider = new WebsocketProvider(syncUrl, scenarioId, doc, {
    connect: false,
    disableBc: true,
    awareness,
    params: { [newsParameter]: '1', [epochParameter]: String(epoch) },
  });
  tellOwnPresence(provider);

  let facts = initialTrust;
  const trust = settable(trustOf(facts), sameTrust);
  const ready = settable(false);
  const unsaved = settable(false);
  const happen = (event: TrustEvent): void => {
    facts = trustAfter(facts, event);
    trust.set(trustOf(facts));
    ready.set(facts.hasDocument);
    unsaved.set(hasUnsaved(facts));
  };

  const right = settable(firstRight);
  const editing = settable<EditingState>('open');
  const newsListeners = new Set<(news: News) => void>();
  let copy: LocalCopy | null = null;
  const fromCopy = Symbol('local copy');
  let destroyed = false;

  /** True once the server has all that this client held when the socket opened: only then may 102 speak for it. */
  let answered = false;
  let asking = false;
  const ask = (): void => {
    if (asking) return;
    asking = true;
    queueMicrotask(() => {
      asking = false;
      if (answered && hasUnsaved(facts)) askForAcknowledgement(provider, facts.newest);
    });
  };

  const takeNews = (news: News): void => {
    if (news.topic === 'access') {
      right.set(news.right);
      editing.set(news.editing);
    }
    if (news.topic === 'storage') happen({ type: 'storage', failing: news.state === 'failing' });
    for (const listener of [...newsListeners]) listener(news);
  };
  handleAccordMessages(provider, {
    answered() {
      answered = true;
      ask();
    },
    acknowledged(counter) {
      happen({ type: 'acknowledged', counter });
      if (!hasUnsaved(facts)) copy?.markAllSent().catch(() => {}); // the mark stays: after a reload it is sent again
    },
    news: takeNews,
  });

  // Registered after the provider's own listener, so that the update is on its way before its number is.
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === fromCopy) return;
    const ours = origin !== provider;
    if (ours) {
      happen({ type: 'edited' });
      ask();
    } else if (Number(metaOf(doc).get('schemaVersion') ?? 0) > schemaVersion) happen({ type: 'refused', reason: 'clientTooOld' });
    const counter = facts.newest;
    copy?.keep(update, ours).then(
      () => ours && happen({ type: 'kept', counter }),
      () => happen({ type: 'copy-lost' }),
    );
  });

  provider.on('sync', (synced: boolean) => synced && happen({ type: 'synced' }));
  provider.on('connection-close', () => {
    answered = false;
    happen({ type: 'disconnected' });
    // The provider doubles its wait up to this bound; a random bound keeps a restart from being answered by everybody at once.
    const wait = Math.min(longestBackoff, 200 * 2 ** provider.wsUnsuccessfulReconnects);
    provider.maxBackoffTime = wait * (0.5 + Math.random() / 2);
  });
  provider.on('closed', ({ code }: { code: number }) => refuse(closeReasonOf(code) ?? 'malformed'));

  function refuse(reason: NonNullable<ReturnType<typeof closeReasonOf>>): void {
    provider.disconnect();
    happen({ type: 'refused', reason });
  }

  // The browser notices a lost network long before the socket's watchdog does.
  const reconnect = (): void => {
    if (!provider.shouldConnect) return;
    provider.disconnect();
    provider.wsUnsuccessfulReconnects = 0;
    provider.connect();
  };
  window.addEventListener('offline', reconnect);
  window.addEventListener('online', reconnect);

  const undo = createScenarioUndo(doc, { extraOrigins: [ySyncPluginKey] });
  const presence = presenceSender(awareness);
  const stopWatchingSignOut = closeAtSignOut(me.id, () => {
    refuse('signedOut');
    copy?.close();
    happen({ type: 'discarded' }); // whoever signed out was asked; what was unsent is deleted with the copy
  });

  const start = async (): Promise<void> => {
    const name = localCopyName(me.id, scenarioId, epoch);
    try {
      const opened = await openLocalCopy(name, () => happen({ type: 'copy-lost' }));
      if (destroyed) return opened.close();
      copy = opened;
      rememberCopy(me.id, name);
      if (opened.state) Y.applyUpdate(doc, opened.state, fromCopy);
      happen({ type: 'restored', hasDocument: opened.state !== null, unsent: opened.unsent });
      // Without the right to write the server would only refuse these edits again: they stay here, to export or discard.
      if (opened.unsent && !includesRight(right.get(), 'editor')) return happen({ type: 'refused', reason: 'readOnly' });
    } catch {
      if (destroyed) return; // no database here: everything works, but nothing is kept
    }
    provider.connect();
    setTimeout(() => !destroyed && facts.connection === 'trying' && happen({ type: 'disconnected' }), patience);
  };
  void start();

  return {
    scenarioId,
    doc,
    awareness,
    me,
    right,
    editing,
    undo,
    trust,
    ready,
    unsaved,
    scenario: watchScenario(doc),
    peers: watchPeers(awareness),
    show: presence.show,
    onNews(listener) {
      newsListeners.add(listener);
      return () => newsListeners.delete(listener);
    },
    async discardUnsent() {
      refuse('signedOut');
      await copy?.discard();
      happen({ type: 'discarded' });
    },
    destroy() {
      destroyed = true;
      window.removeEventListener('offline', reconnect);
      window.removeEventListener('online', reconnect);
      stopWatchingSignOut();
      presence.stop();
      undo.destroy();
      provider.destroy();
      awareness.destroy();
      doc.destroy();
      copy?.close();
    },
  };
}
