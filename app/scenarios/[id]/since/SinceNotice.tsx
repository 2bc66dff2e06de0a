'use client';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { useShownName } from '@/app/components/use-shown-name';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { VisitEvent } from '@/lib/inbox/visit';
import { useCommand } from '../workspace/commands';
import { SinceMoment } from './SinceMoment';

interface Opened {
  readonly since: string | null;
  readonly dismissed: boolean;
  readonly summary: { readonly changes: number; readonly editors: readonly NamedPerson[]; readonly waiting: number; readonly said: number } | null;
}

const interval = 60_000;

/** Tells the server; goes out even while the page is being left. @returns null if it could not be told */
async function tell(scenarioId: string, event: VisitEvent): Promise<Opened | null> {
  try {
    const sent = { method: 'POST', keepalive: true, cache: 'no-store', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ event }) } as const;
    const answer = await fetch(`/api/scenarios/${scenarioId}/visits`, sent);
    return answer.ok ? ((await answer.json()) as Opened) : null;
  } catch {
    return null;
  }
}

/**
 * One line on opening a scenario: what came since the reader was last here, with the way to all of it. It can be put away, and
 * found again in the command menu. Notes, while the page is seen and when it is left, that the reader is here.
 */
export function SinceNotice({ scenarioId }: { readonly scenarioId: string }) {
  const t = useTranslations('inbox.since');
  const go = useTranslations('workspace')('group.go');
  const locale = useLocale();
  const nameOf = useShownName();
  const router = useRouter();
  const [opened, setOpened] = useState<Opened | null>(null);
  const page = `/scenarios/${scenarioId}/since`;
  const show = useCallback(() => router.push(page), [router, page]);
  useCommand({ id: 'workspace.since', label: t('title'), group: go, run: show });

  useEffect(() => {
    let left = false;
    let since: string | null = null;
    const open = async (): Promise<void> => {
      const answer = await tell(scenarioId, 'open');
      if (left || !answer) return;
      since = answer.since;
      setOpened(answer);
    };
    const here = (): void => void tell(scenarioId, 'here');
    const stay = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const answer = await tell(scenarioId, 'here');
      if (answer && answer.since !== since) await open(); // was away in between, say with the machine asleep
    };
    const onChange = (): void => (document.visibilityState === 'hidden' ? here() : void stay());
    void open();
    const timer = setInterval(() => void stay(), interval);
    document.addEventListener('visibilitychange', onChange);
    window.addEventListener('pagehide', here);
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onChange);
      window.removeEventListener('pagehide', here);
      here();
    };
  }, [scenarioId]);

  const { since, dismissed, summary } = opened ?? {};
  if (!since || dismissed || !summary || summary.changes + summary.waiting + summary.said === 0) return null;
  const { changes, editors, waiting, said } = summary;
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(editors.map(nameOf));
  const parts = [changes > 0 && t('n-changes', { count: changes, by: editors.length, names }), waiting > 0 && t('n-waiting', { count: waiting }), said > 0 && t('n-said', { count: said })].filter((part) => part !== false);
  return (
    <section aria-label={t('title')} className="flex items-start gap-2 border-b bg-accent-soft py-1 pr-1 pl-4 print:hidden">
      <p className="min-w-0 flex-1 py-0.5 [overflow-wrap:anywhere]">
        <span className="font-semibold">
          <SinceMoment at={since} />
        </span>{' '}
        {parts.join(' · ')}{' '}
        <a href={page} className="text-accent underline underline-offset-2">
          {t('show')}
        </a>
      </p>
      <IconButton
        label={t('dismiss')}
        onClick={() => {
          setOpened({ since, dismissed: true, summary });
          void tell(scenarioId, 'dismiss');
        }}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </section>
  );
}
