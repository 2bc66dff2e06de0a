'use client';
import { Check, CloudAlert, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Tooltip } from '@/app/components/Tooltip';
import { useTrust } from '../session/hooks';
import type { Trust } from '../session/scenario-session';

/** The message that says a state: `trust.<name>` in short, `explain.<name>` in full. */
export function trustName(trust: Trust): 'opening' | 'saving' | 'held' | 'saved' | 'offline' | 'offline-kept' | 'offline-lost' | 'refused' {
  switch (trust.state) {
    case 'saving':
      return trust.held ? 'held' : 'saving';
    case 'offline':
      if (!trust.edited) return 'offline';
      return trust.kept ? 'offline-kept' : 'offline-lost';
    default:
      return trust.state;
  }
}

const looks = {
  opening: [LoaderCircle, 'text-soft'],
  saving: [LoaderCircle, 'text-soft'],
  held: [CloudAlert, 'text-caution'],
  saved: [Check, 'text-soft'],
  offline: [CloudOff, 'text-caution'],
  'offline-kept': [CloudOff, 'text-caution'],
  'offline-lost': [CloudOff, 'text-danger'],
  refused: [TriangleAlert, 'text-danger'],
} as const;

/** Whether what this person did is safe, in one word that is never too kind. */
export function TrustIndicator() {
  const t = useTranslations('session');
  const trust = useTrust();
  const name = trustName(trust);
  const [Icon, colour] = looks[name];
  const spoken = useSettled(name);
  return (
    <>
      <Tooltip text={t(`explain.${name}`)}>
        <span
          tabIndex={0}
          data-trust={trust.state}
          data-kept={trust.state === 'offline' ? trust.kept : undefined}
          className={`inline-flex min-w-0 shrink-0 items-center max-sm:shrink gap-1 rounded px-1 text-sm ${colour}`}
        >
          <Icon size={14} aria-hidden className="shrink-0" />
          {/* in a small window the sign alone says that all is well */}
          <span className={name === 'saved' ? 'truncate max-lg:sr-only' : 'truncate'}>{t(`trust.${name}`)}</span>
        </span>
      </Tooltip>
      <span role="status" className="sr-only">
        {t(`trust.${spoken}`)}
      </span>
    </>
  );
}

/** What is told to screen readers: what lasts, once, and not each letter's way to the server. */
function useSettled(name: ReturnType<typeof trustName>): ReturnType<typeof trustName> {
  const [settled, setSettled] = useState(name);
  useEffect(() => {
    if (name === 'saving' || name === 'opening') return;
    const timer = setTimeout(() => setSettled(name), 1_000);
    return () => clearTimeout(timer);
  }, [name]);
  return settled;
}
