'use client';
import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { isComposing } from '@/app/components/is-composing';
import { useToasts } from '@/app/components/Toasts';
import { isPhase } from '@/lib/domain/phases';
import { useFromPeers } from '../session/hooks';
import type { Peer } from '../session/scenario-session';
import { parts } from './address';
import { useShellView } from './WorkspaceViewProvider';

/** Whom this person follows: their part, phase or phases and view of the canvas become one's own. */
export interface Following {
  readonly clientId: number | null;
  follow(clientId: number): void;
  stop(): void;
}

const FollowingContext = createContext<Following>({ clientId: null, follow: () => {}, stop: () => {} });
export const useFollowing = (): Following => useContext(FollowingContext);

export function FollowingProvider({ children }: { readonly children: ReactNode }) {
  const [clientId, setClientId] = useState<number | null>(null);
  const following = useMemo<Following>(() => ({ clientId, follow: setClientId, stop: () => setClientId(null) }), [clientId]);
  return <FollowingContext value={following}>{children}</FollowingContext>;
}

/** Says whom one follows, and leads along while one does. */
export function FollowingBanner() {
  const { clientId } = useFollowing();
  const peer = useFromPeers((peers) => peers.find((candidate) => candidate.clientId === clientId));
  const lastName = useRef('');
  const t = useTranslations('workspace.following');
  const { toast } = useToasts();
  const { stop } = useFollowing();
  const name = peer?.user.name ?? '';
  useEffect(() => {
    if (name) lastName.current = name;
    else if (clientId !== null) {
      stop();
      toast({ text: t('ended', { name: lastName.current }) });
    }
  }, [clientId, name, stop, toast, t]);
  return peer ? <Led peer={peer} /> : null;
}

function Led({ peer }: { readonly peer: Peer }) {
  const t = useTranslations('workspace.following');
  const view = useShellView();
  const { stop } = useFollowing();
  const part = parts.find((candidate) => candidate === peer.presence.part);
  useEffect(() => {
    if (part && view.part.get() !== part) view.goTo(part);
  }, [view, part]);
  const phase = peer.presence.view?.phase;
  useEffect(() => {
    if (isPhase(phase) && view.phase.get() !== phase) view.setPhase(phase);
  }, [view, phase]);
  const sides = peer.presence.view?.sides;
  useEffect(() => {
    if (typeof sides === 'boolean') view.setSides(sides);
  }, [view, sides]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) stop();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [stop]);

  return (
    <div className="flex items-center gap-2 border-b bg-accent-soft px-4 py-1 text-accent print:hidden" style={{ boxShadow: `inset 4px 0 ${peer.user.color}` }}>
      <Eye size={14} aria-hidden />
      <span role="status">{t('banner', { name: peer.user.name })}</span>
      <Button size="small" onClick={stop}>
        {t('stop')} <kbd className="font-sans text-soft">{t('esc')}</kbd>
      </Button>
    </div>
  );
}
