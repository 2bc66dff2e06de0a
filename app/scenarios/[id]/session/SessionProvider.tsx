'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { keepLoading } from '../workspace/keep-loading';
import { SessionContext } from './hooks';
import type { SessionOptions } from './open-session';
import type { ScenarioSession } from './scenario-session';

export interface SessionProviderProps extends Omit<SessionOptions, 'syncUrl'> {
  readonly children: ReactNode;
}

/**
 * Opens the scenario's session while it is mounted, and warns before the tab closes on unsaved work. Yjs and the socket
 * are loaded after the page can be read; until then there is no session (`useOpenSession`).
 */
export function SessionProvider({ scenarioId, epoch, me, right, children }: SessionProviderProps) {
  const [session, setSession] = useState<ScenarioSession | null>(null);
  const { id, name, delegation, color } = me;
  const firstRight = useRef(right); // from then on the session itself knows it
  useEffect(() => {
    let opened: ScenarioSession | null = null;
    const warn = (event: BeforeUnloadEvent): void => {
      if (opened?.unsaved.get()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    // StrictMode's first effect, or a page left at once, stops it: nothing is opened twice.
    const stopLoading = keepLoading(() => import('./open-session'), ({ openSession }) => {
      const protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
      const syncUrl = `${protocol}//${location.host}/sync`;
      opened = openSession({ scenarioId, epoch, right: firstRight.current, me: { id, name, delegation, color }, syncUrl });
      setSession(opened);
    });
    return () => {
      stopLoading();
      window.removeEventListener('beforeunload', warn);
      opened?.destroy();
      setSession(null);
    };
  }, [scenarioId, epoch, id, name, delegation, color]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
