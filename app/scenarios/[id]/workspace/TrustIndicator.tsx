'use client';
import { Check, CloudAlert, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
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
  return (
    <Tooltip text={t(`explain.${name}`)}>
      <span
        role="status"
        tabIndex={0}
        data-trust={trust.state}
        data-kept={trust.state === 'offline' ? trust.kept : undefined}
        className={`inline-flex min-w-0 shrink-0 items-center gap-1 rounded px-1 text-sm ${colour}`}
      >
        <Icon size={14} aria-hidden className="shrink-0" />
        <span className="truncate">{t(`trust.${name}`)}</span>
      </span>
    </Tooltip>
  );
}
