'use client';
import { Check, Link, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { useToasts } from '@/app/components/Toasts';
import type { Thread } from '@/lib/comments/thread';
import { useSession, useWorkspaceView } from '../session/hooks';
import { failureOf, type Failure } from './agreement-api';
import { useAgreement } from './AgreementProvider';
import { Composer } from './Composer';
import { copyText } from './copy-text';
import { draftKey, hasDraft } from './drafts';
import { FailureNote } from './FailureNote';
import { Moment } from './Moment';
import { PersonName } from './PersonName';
import { useItemLabels } from './use-item-labels';

export interface ThreadCardProps {
  readonly thread: Thread;
  /** True for the thread that the address leads to: it is marked and brought into view. */
  readonly isLinked: boolean;
  /** True where the item is not plain from what stands around. */
  readonly showsItem: boolean;
  readonly mayComment: boolean;
}

/** One discussion: what it is about, who said what, and what can be done about it. Comments are plain text. */
export function ThreadCard({ thread, isLinked, showsItem, mayComment }: ThreadCardProps) {
  const t = useTranslations('agreement');
  const session = useSession();
  const { api, refetchThreads } = useAgreement();
  const { toast } = useToasts();
  const itemLabel = useItemLabels()(thread.item);
  const view = useWorkspaceView();
  const draft = draftKey(session.me.id, session.scenarioId, `thread:${thread.id}`);
  const [replying, setReplying] = useState<'no' | 'restored' | 'asked'>(() => (hasDraft(draft) ? 'restored' : 'no'));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isLinked) card.current?.scrollIntoView({ block: 'center' });
  }, [isLinked]);

  const act = async (what: (id: string) => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await what(thread.id);
      await refetchThreads();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  const reply = async (body: string, requestId: string): Promise<void> => {
    await api.reply(thread.id, { body, requestId });
    setReplying('no');
    await refetchThreads();
  };

  const copyLink = async (): Promise<void> => {
    const url = new URL(window.location.href);
    url.searchParams.set('thread', thread.id);
    toast({ text: t((await copyText(url.href)) ? 'link-copied' : 'not-copied') });
  };

  return (
    <article
      ref={card}
      aria-label={t('thread-on', { item: itemLabel })}
      className={`rounded-md border bg-paper ${isLinked ? 'border-accent outline outline-accent' : ''}`}
      style={{ contentVisibility: 'auto', containIntrinsicSize: 'auto 9rem' }}
    >
      <header className="flex items-start gap-1 border-b px-2 py-0.5">
        {showsItem ? (
          <button type="button" className="min-w-0 flex-1 py-1 text-left text-sm text-accent underline-offset-2 [overflow-wrap:anywhere] hover:underline" onClick={() => view.reveal(thread.item)}>
            {itemLabel}
          </button>
        ) : (
          <span className="min-w-0 flex-1 py-1 text-sm text-soft">{t('comment-count', { count: thread.comments.length })}</span>
        )}
        <IconButton size="small" label={t('copy-link')} onClick={() => void copyLink()}>
          <Link size={14} aria-hidden />
        </IconButton>
      </header>

      <ol className="flex flex-col gap-2 px-2 py-2">
        {thread.comments.map((comment) => (
          <li key={comment.id} className="flex flex-col">
            <div className="flex flex-wrap items-baseline justify-between gap-x-2">
              <PersonName person={comment.author} />
              <span className="text-sm text-soft">
                <Moment at={comment.at} />
              </span>
            </div>
            <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {comment.body}
            </p>
          </li>
        ))}
      </ol>

      <footer className="flex flex-col gap-1.5 border-t px-2 py-1.5">
        {thread.resolved && (
          <p className="flex flex-wrap items-baseline gap-x-1 text-sm text-soft">
            <Check size={14} aria-hidden className="self-center" />
            {t.rich('resolved-by', { person: () => <PersonName person={thread.resolved!.by} />, time: () => <Moment at={thread.resolved!.at} /> })}
          </p>
        )}
        {failure && <FailureNote failure={failure} />}
        {mayComment && replying !== 'no' && (
          <Composer key={draft} draft={draft} label={t('reply')} sendLabel={t('send')} autoFocus={replying === 'asked'} onSend={reply} onCancel={() => setReplying('no')} />
        )}
        {mayComment && (
          <div className="flex gap-2">
            {replying === 'no' && (
              <Button size="small" onClick={() => setReplying('asked')}>
                {t('reply')}
              </Button>
            )}
            <Button size="small" look="quiet" className="ml-auto" disabled={busy} aria-busy={busy} onClick={() => void act(thread.resolved ? api.reopen : api.resolve)}>
              {thread.resolved ? <RotateCcw size={14} aria-hidden /> : <Check size={14} aria-hidden />}
              {t(thread.resolved ? 'reopen' : 'resolve')}
            </Button>
          </div>
        )}
      </footer>
    </article>
  );
}
