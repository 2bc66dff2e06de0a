'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { IconButton } from '@/app/components/IconButton';
import { includesRight } from '@/lib/domain/delegations';
import type { Thread } from '@/lib/comments/thread';
import { useRight, useSession } from '../session/hooks';
import { useAgreement } from './AgreementProvider';
import { FailureNote } from './FailureNote';
import { filtersOn, passesFilter, threadStates, type ThreadFilter, type ThreadState } from './filter-threads';
import { NewThread } from './NewThread';
import { ThreadCard } from './ThreadCard';
import { ThreadFilters } from './ThreadFilters';
import { useDetached } from './use-detached';
import { useThreadFilter } from './use-thread-filter';
import { useFocusOnThreads } from './use-focus-on-threads';
import { useItemLabels } from './use-item-labels';

/** Whoever has just pressed an item's comment button, or its key in the list of positions, wants to go on in the panel. */
const isOpenedByButton = (): boolean => document.activeElement?.matches('[data-comments], [data-agree]') === true;

/** As many threads as a high screen shows at least a line of. */
const firstInView = 8;

const noThreads: readonly Thread[] = [];
const nothingUnread: ReadonlySet<string> = new Set();

export interface CommentsTabProps {
  readonly item: string | null;
  readonly thread: string | null;
  readonly comment: string | null;
  readonly onItem: (item: string | null) => void;
}

/** The discussions of one item, or of all; new ones begin at the item shown, else at the scenario as a whole. */
export function CommentsTab({ item, thread: linkedThread, comment: linkedComment, onItem }: CommentsTabProps) {
  const t = useTranslations('agreement');
  const c = useTranslations('comments.filter');
  const { me, scenarioId } = useSession();
  const mayComment = includesRight(useRight(), 'commenter');
  const { threads: fetched, readers, range, refetchThreads } = useAgreement();
  const labelOf = useItemLabels();
  const [filter, setFilter] = useThreadFilter(scenarioId);
  const [unread, setUnread] = useState(nothingUnread);

  const threads = fetched.value ?? noThreads;
  const detached = useDetached(threads);
  const ofItem = useMemo(() => threads.filter((thread) => item === null || thread.item === item), [threads, item]);
  const linked = linkedThread ?? (linkedComment && threads.find(({ comments }) => comments.some(({ id }) => id === linkedComment))?.id) ?? null;
  const leadsNowhere = (linkedThread !== null || linkedComment !== null) && !threads.some(({ id }) => id === linked);

  const context = { me, detached: new Set(detached.keys()), unread };
  const passing = (state: ThreadState): readonly Thread[] => ofItem.filter((thread) => passesFilter(thread, { ...filter, state }, context));
  const passed = new Set(passing(filter.state));
  // the thread that a link leads to is shown whatever the filters say
  const shown = threads.filter((thread) => thread.id === linked || passed.has(thread));
  const counts = Object.fromEntries(threadStates.map((state) => [state, passing(state).length])) as Record<ThreadState, number>;
  const newOn = item ?? 'scenario';
  const focus = useFocusOnThreads();

  const choose = (next: ThreadFilter): void => {
    if (next.scope === 'unread' && filter.scope !== 'unread') setUnread(new Set(threads.filter((thread) => thread.unread > 0).map(({ id }) => id)));
    if (next.scope !== 'unread') setUnread(nothingUnread);
    setFilter(next);
  };

  return (
    <div className="flex flex-col gap-3">
      <ThreadFilters filter={filter} onFilter={choose} counts={counts} people={readers} />

      {item !== null && (
        <div className="flex items-start gap-1 rounded bg-sunken py-0.5 pl-2 text-sm">
          <span className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere]">{labelOf(item, ofItem[0]?.called)}</span>
          <IconButton size="small" label={t('show-all')} onClick={() => onItem(null)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      )}

      {mayComment && (
        <NewThread
          key={`${newOn} ${range?.item === newOn ? range.anchor.start + range.anchor.end : ''}`}
          item={newOn}
          itemLabel={labelOf(newOn, item === null ? null : ofItem[0]?.called)}
          autoFocus={isOpenedByButton() || range?.item === newOn}
          onBegun={() => filter.state === 'resolved' && setFilter({ ...filter, state: 'open' })}
        />
      )}

      {fetched.failure && <FailureNote failure={fetched.failure} onRetry={() => void refetchThreads()} />}
      {fetched.value === null && !fetched.failure && <p className="text-soft">{t('loading')}</p>}
      {fetched.value !== null && leadsNowhere && <p className="text-soft">{t('no-such-thread')}</p>}
      {fetched.value !== null && shown.length === 0 && !leadsNowhere && (
        <p className="text-soft">{ofItem.length === 0 ? t('empty') : filtersOn(filter) ? c('none') : t(`empty-${filter.state}`)}</p>
      )}

      <ul {...focus} tabIndex={-1} className="flex flex-col gap-3" aria-label={t('threads')}>
        {shown.map((thread, index) => (
          <li key={thread.id}>
            <ThreadCard
              thread={thread}
              startsInView={index < firstInView}
              itemLabel={labelOf(thread.item, thread.called)}
              isLinked={thread.id === linked}
              linkedComment={thread.id === linked ? linkedComment : null}
              showsItem={thread.item !== item}
              detached={detached.get(thread.id) ?? null}
              mayComment={mayComment}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
