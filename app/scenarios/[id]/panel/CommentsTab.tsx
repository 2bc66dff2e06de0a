'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { includesRight } from '@/lib/domain/delegations';
import type { Thread } from '@/lib/comments/thread';
import { useRight, useSession } from '../session/hooks';
import { useAgreement } from './AgreementProvider';
import { Composer } from './Composer';
import { draftKey } from './drafts';
import { FailureNote } from './FailureNote';
import { ThreadCard } from './ThreadCard';
import { untilSaved } from './until-saved';
import { useItemLabels } from './use-item-labels';

const filters = ['open', 'resolved', 'all'] as const;
type Filter = (typeof filters)[number];

const passes: Readonly<Record<Filter, (thread: Thread) => boolean>> = {
  open: ({ resolved }) => resolved === null,
  resolved: ({ resolved }) => resolved !== null,
  all: () => true,
};

/** Whoever has just pressed an item's comment button by mouse or keyboard wants to go on in the panel. */
const isOpenedByButton = (): boolean => document.activeElement?.matches('[data-comments]') === true;

export interface CommentsTabProps {
  readonly item: string | null;
  readonly thread: string | null;
  readonly onItem: (item: string | null) => void;
}

/** The discussions of one item, or of all; new ones begin at the item shown, else at the scenario as a whole. */
export function CommentsTab({ item, thread: linked, onItem }: CommentsTabProps) {
  const t = useTranslations('agreement');
  const session = useSession();
  const mayComment = includesRight(useRight(), 'commenter');
  const { threads, api, refetchThreads } = useAgreement();
  const labelOf = useItemLabels();
  const [filter, setFilter] = useState<Filter>('open');

  const ofItem = (threads.value ?? []).filter((thread) => item === null || thread.item === item);
  // the thread that a link leads to is shown whatever the filters say
  const shown = (threads.value ?? []).filter((thread) => thread.id === linked || (ofItem.includes(thread) && passes[filter](thread)));
  const newOn = item ?? 'scenario';

  const begin = async (body: string, requestId: string): Promise<void> => {
    await untilSaved(session);
    await api.createThread({ item: newOn, body, requestId });
    if (filter === 'resolved') setFilter('open');
    await refetchThreads();
  };

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup.Root
          type="single"
          value={filter}
          aria-label={t('filter.label')}
          onValueChange={(value) => setFilter(filters.find((candidate) => candidate === value) ?? filter)}
          className="flex rounded border border-edge"
        >
          {filters.map((value) => (
            <ToggleGroup.Item key={value} value={value} className="px-2 py-0.5 text-sm text-soft hover:bg-hover data-[state=on]:bg-accent-soft data-[state=on]:text-accent">
              {t(`filter.${value}`, { count: ofItem.filter(passes[value]).length })}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
      </div>

      {item !== null && (
        <div className="flex items-start gap-1 rounded bg-sunken py-0.5 pl-2 text-sm">
          <span className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere]">{labelOf(item)}</span>
          <IconButton size="small" label={t('show-all')} onClick={() => onItem(null)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      )}

      {mayComment && (
        <Composer
          key={draftKey(session.me.id, session.scenarioId, `new:${newOn}`)}
          draft={draftKey(session.me.id, session.scenarioId, `new:${newOn}`)}
          label={t('new-on', { item: labelOf(newOn) })}
          sendLabel={t('send')}
          autoFocus={isOpenedByButton()}
          onSend={begin}
        />
      )}

      {threads.failure && <FailureNote failure={threads.failure} onRetry={() => void refetchThreads()} />}
      {threads.value === null && !threads.failure && <p className="text-soft">{t('loading')}</p>}
      {threads.value !== null && linked !== null && !shown.some(({ id }) => id === linked) && <p className="text-soft">{t('no-such-thread')}</p>}
      {threads.value !== null && shown.length === 0 && linked === null && (
        <p className="text-soft">{t(ofItem.length === 0 ? 'empty' : `empty-${filter}`)}</p>
      )}

      <ul className="flex flex-col gap-3" aria-label={t('threads')}>
        {shown.map((thread) => (
          <li key={thread.id}>
            <ThreadCard thread={thread} isLinked={thread.id === linked} showsItem={thread.item !== item} mayComment={mayComment} />
          </li>
        ))}
      </ul>
    </div>
  );
}
