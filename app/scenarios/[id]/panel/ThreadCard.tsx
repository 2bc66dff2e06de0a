'use client';
import { useTranslations } from 'next-intl';
import { memo, useEffect, useRef } from 'react';
import type { Thread } from '@/lib/comments/thread';
import { ThreadBody } from './ThreadBody';
import { useNearView } from './use-near-view';

export interface ThreadCardProps {
  readonly thread: Thread;
  /** How its item is called in the reader's language. */
  readonly itemLabel: string;
  /** True for the thread that the address leads to: it is marked and brought into view. */
  readonly isLinked: boolean;
  /** Id of the linked comment, if it is one of this thread. */
  readonly linkedComment: string | null;
  /** True where the item is not plain from what stands around. */
  readonly showsItem: boolean;
  /** What it was about is gone: the range of text, or the whole item. */
  readonly detached: 'range' | 'item' | null;
  readonly mayComment: boolean;
  /** True for what is in view when the list is opened. */
  readonly startsInView: boolean;
}

/** One discussion in the list. Far out of view it is its words alone, so that a list of hundreds opens and scrolls at once and can still be searched. */
export const ThreadCard = memo(function ThreadCard({ startsInView, ...body }: ThreadCardProps) {
  const { thread, itemLabel, isLinked, linkedComment } = body;
  const t = useTranslations('agreement');
  const card = useRef<HTMLElement>(null);
  const isNear = useNearView(card, startsInView);
  useEffect(() => {
    if (isLinked && !linkedComment) card.current?.scrollIntoView({ block: 'center' });
  }, [isLinked, linkedComment]);
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={t('thread-on', { item: itemLabel })}
      data-thread={thread.id}
      className={`rounded-md border bg-paper ${isLinked ? 'border-accent outline outline-accent' : ''}`}
      style={{ contentVisibility: 'auto', containIntrinsicSize: 'auto 9rem' }}
    >
      {isNear || isLinked ? <ThreadBody card={card} {...body} /> : <ThreadWords thread={thread} itemLabel={itemLabel} />}
    </article>
  );
});

/** About as high as the discussion itself will be. */
function ThreadWords({ thread, itemLabel }: { readonly thread: Thread; readonly itemLabel: string }) {
  return (
    <>
      <p className="border-b px-2 py-1.5 text-sm">{itemLabel}</p>
      <div className="whitespace-pre-wrap px-2 pb-10 pt-2 [overflow-wrap:anywhere]">
        {thread.comments.map(({ id, author, body, translations }) => (
          <p key={id} className="pb-2">
            {[author.name, body, ...translations.map((translation) => translation.body)].join('\n')}
          </p>
        ))}
      </div>
    </>
  );
}
