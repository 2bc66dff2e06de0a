'use client';
import { clsx } from 'clsx';
import { Mail, MailOpen } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { inboxPlace } from '@/lib/domain/inbox-place';
import { isLanguage, textIn } from '@/lib/domain/languages';
import type { InboxEntry } from '@/lib/inbox/inbox-entry';
import { DelegationBadge } from '../components/DelegationBadge';
import { IconButton } from '../components/IconButton';
import { useShownName } from '../components/use-shown-name';
import { Moment } from '../scenarios/[id]/panel/Moment';

export interface InboxRowProps {
  readonly entry: InboxEntry;
  readonly onMark: (read: boolean) => void;
}

/** One entry: who did what, in which scenario, when. All of it leads to the place; going there marks it as read. */
export function InboxRow({ entry, onMark }: InboxRowProps) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const nameOf = useShownName();
  const { by, scenario, kind, subject, at, read } = entry;
  const title = scenario && (textIn(scenario.title, isLanguage(locale) ? locale : 'en') || t('untitled'));
  const values = { name: by ? nameOf(by) : t('system'), number: subject.number ?? 0, accepted: String(subject.accepted ?? false), numbered: String(subject.number !== undefined) };
  return (
    <li className="relative flex items-start gap-3 border-b py-2 pr-1 pl-2 hover:bg-hover" data-entry={entry.id} data-read={read}>
      <span aria-hidden className={clsx('mt-2 size-2 shrink-0 rounded-full', read ? 'bg-transparent' : 'bg-accent')} />
      <div className="min-w-0 flex-1">
        <p className={clsx('[overflow-wrap:anywhere]', !read && 'font-semibold')}>
          {/* the link covers the row */}
          <Link
            href={inboxPlace({ scenario: scenario?.id ?? null, kind, subject })}
            prefetch={false}
            onClick={() => !read && onMark(true)}
            onAuxClick={() => !read && onMark(true)}
            className="after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {!read && <span className="sr-only">{t('unread-mark')} </span>}
            {t(`kind.${kind}`, values)}
          </Link>
          {by?.delegation && (
            <>
              {' '}
              <DelegationBadge code={by.delegation} />
            </>
          )}
        </p>
        <p className="text-sm text-soft [overflow-wrap:anywhere]">
          {title && <>{title} · </>}
          <Moment at={at} />
        </p>
      </div>
      <span className="relative shrink-0">
        <IconButton label={t(read ? 'mark-unread' : 'mark-read')} onClick={() => onMark(!read)}>
          {read ? <Mail size={16} aria-hidden /> : <MailOpen size={16} aria-hidden />}
        </IconButton>
      </span>
    </li>
  );
}
