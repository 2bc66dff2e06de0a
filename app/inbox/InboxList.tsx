'use client';
import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type KeyboardEvent } from 'react';
import type { Inbox } from '@/lib/inbox/inbox-entry';
import { Button } from '../components/Button';
import { useToasts } from '../components/Toasts';
import { ClockNote } from './ClockNote';
import { InboxRow } from './InboxRow';
import { useInbox } from './use-inbox';

type Shown = 'all' | 'unread';

/** The inbox: all entries or the unread ones. Arrow keys, Home and End go from entry to entry, Enter opens one. */
export function InboxList({ initial }: { readonly initial: Inbox }) {
  const t = useTranslations('inbox');
  const inbox = useInbox(initial);
  const { toast } = useToasts();
  const [shown, setShown] = useState<Shown>('all');
  const [busy, setBusy] = useState(false);
  const entries = shown === 'all' ? inbox.entries : inbox.entries.filter(({ read }) => !read);

  const failed = (): void => toast({ tone: 'danger', text: t('not-marked') });
  const mark = async (ids: readonly string[], read: boolean): Promise<void> => {
    if (!(await inbox.mark(ids, read))) failed();
  };
  async function markAll(): Promise<void> {
    const changed = await inbox.markAll();
    if (!changed) return failed();
    if (changed.length === 0) return;
    toast({ text: t('all-marked', { count: changed.length }), action: { label: t('undo'), run: () => void mark(changed, false) } });
  }
  async function showOlder(): Promise<void> {
    setBusy(true);
    if (!(await inbox.showOlder())) toast({ tone: 'danger', text: t('stale') });
    setBusy(false);
  }

  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <div role="group" aria-label={t('filter.label')} className="flex gap-1">
          {(['all', 'unread'] as const).map((option) => (
            <Button key={option} aria-pressed={shown === option} onClick={() => setShown(option)}>
              {t(`filter.${option}`, { unread: inbox.unread })}
            </Button>
          ))}
        </div>
        <Button className="ml-auto" disabled={inbox.unread === 0} onClick={() => void markAll()}>
          <CheckCheck size={16} aria-hidden />
          {t('mark-all')}
        </Button>
      </div>
      {inbox.stale && (
        <p role="alert" className="mb-2 flex flex-wrap items-center gap-2 rounded border border-caution bg-caution-soft px-3 py-1.5 text-caution">
          {t('stale')}
          <Button size="small" onClick={() => void inbox.refresh()}>
            {t('retry')}
          </Button>
        </p>
      )}
      {entries.length > 0 && (
        <p className="mb-2 text-sm text-soft">
          <ClockNote />
        </p>
      )}
      {entries.length > 0 ? (
        <ul aria-label={t('title')} className="border-t" onKeyDown={moveFocus}>
          {entries.map((entry) => (
            <InboxRow key={entry.id} entry={entry} onMark={(read) => void mark([entry.id], read)} />
          ))}
        </ul>
      ) : (
        <div className="border-y py-10 text-center">
          <p className="font-medium">{t(shown === 'unread' && inbox.entries.length > 0 ? 'nothing-unread' : 'empty')}</p>
          <p className="text-soft">{t('empty-hint')}</p>
        </div>
      )}
      {inbox.more && (
        <p className="mt-3 text-center">
          <Button disabled={busy} onClick={() => void showOlder()}>
            {t('older')}
          </Button>
        </p>
      )}
    </>
  );
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('li a')];
  const here = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
  const last = links.length - 1;
  const next = { ArrowDown: Math.min(here + 1, last), ArrowUp: Math.max(here - 1, 0), Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}
