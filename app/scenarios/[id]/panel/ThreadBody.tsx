'use client';
import { Check, Ellipsis, Eye, Link, Lock, RotateCcw, UserRound } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type RefObject } from 'react';
import { Badge } from '@/app/components/Badge';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { Menu, MenuChoice, MenuItem } from '@/app/components/Menu';
import { useToasts } from '@/app/components/Toasts';
import { useDelegationMark, useDelegationName } from '@/app/components/use-delegation-name';
import type { Thread } from '@/lib/comments/thread';
import { threadKinds } from '@/lib/domain/comments';
import { isLanguage, type Language } from '@/lib/domain/languages';
import { useSession, useWorkspaceView } from '../session/hooks';
import { failureOf, type Failure } from './agreement-api';
import { useThreadActions } from './AgreementProvider';
import { AssignForm } from './AssignForm';
import { Cancel, CommentView, leaveByEscape } from './CommentView';
import { Composer, type Written } from './Composer';
import { copyText } from './copy-text';
import { draftKey, hasDraft } from './drafts';
import { FailureNote } from './FailureNote';
import { Moment } from './Moment';
import { LanguageChoice } from './NewThread';
import { PersonName } from './PersonName';
import { ProposalFields } from './ProposalFields';
import type { ThreadCardProps } from './ThreadCard';
import { untilSaved } from './until-saved';
import { useMarkRead } from './use-mark-read';
import { proposedIn, useProposal } from './use-proposal';
import { writtenDay } from './written-moment';

export interface ThreadBodyProps extends Omit<ThreadCardProps, 'startsInView' | 'isLinked'> {
  /** The element around: read once it has been in view, focused when what had the focus is gone. */
  readonly card: RefObject<HTMLElement | null>;
}

/** What a discussion is about, who said what, and what can be done about it. Comments are plain text. */
export function ThreadBody({ card, thread, itemLabel, linkedComment, showsItem, detached, mayComment }: ThreadBodyProps) {
  const t = useTranslations('agreement');
  const c = useTranslations('comments');
  const markOf = useDelegationMark();
  const session = useSession();
  const { api, refetchThreads, readers } = useThreadActions();
  const { toast } = useToasts();
  const view = useWorkspaceView();
  const draft = draftKey(session.me.id, session.scenarioId, `thread:${thread.id}`);
  const [replying, setReplying] = useState<'no' | 'restored' | 'asked'>(() => (hasDraft(draft) ? 'restored' : 'no'));
  const [doing, setDoing] = useState<'nothing' | 'assigning' | 'releasing'>('nothing');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const people = thread.internalTo === null ? readers : readers.filter(({ delegation }) => delegation === thread.internalTo);

  useMarkRead(card, thread);

  /** Back to where it was begun: the button of the thread's menu. */
  const leave = (): void => {
    setDoing('nothing');
    card.current?.querySelector<HTMLElement>('header [aria-haspopup=menu]')?.focus();
  };

  const endReply = (): void => {
    setReplying('no');
    card.current?.focus({ preventScroll: true });
  };

  const act = async (what: (id: string) => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await what(thread.id);
      await refetchThreads();
      if (doing !== 'nothing') leave();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  const copyLink = async (key: 'thread' | 'comment', id: string): Promise<void> => {
    const url = new URL(window.location.href);
    for (const other of ['thread', 'comment']) url.searchParams.delete(other);
    url.searchParams.set(key, id);
    toast({ text: t((await copyText(url.href)) ? 'link-copied' : 'not-copied') });
  };

  return (
    <>
      <header className="flex items-start gap-1 border-b px-2 py-0.5">
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 py-1 text-sm">
          {showsItem ? (
            <button type="button" className="min-w-0 text-left text-accent underline-offset-2 [overflow-wrap:anywhere] hover:underline" onClick={() => view.reveal(thread.item)}>
              {itemLabel}
            </button>
          ) : (
            <span className="min-w-0 text-soft">{t('comment-count', { count: thread.comments.length })}</span>
          )}
          {thread.kind !== 'general' && <Badge>{c(`kind.${thread.kind}`)}</Badge>}
          {thread.internalTo && (
            <Badge tone="caution">
              <Lock size={12} aria-hidden />
              {c('internal-badge', { code: markOf(thread.internalTo) })}
            </Badge>
          )}
          {thread.unread > 0 && <Badge tone="accent">{c('unread', { count: thread.unread })}</Badge>}
        </div>
        <IconButton size="small" label={t('copy-link')} onClick={() => void copyLink('thread', thread.id)}>
          <Link size={14} aria-hidden />
        </IconButton>
        {mayComment && (
          <Menu
            trigger={
              <IconButton size="small" label={c('more-thread')}>
                <Ellipsis size={14} aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<UserRound size={14} aria-hidden />} onSelect={() => setDoing('assigning')}>
              {c('assign')}
            </MenuItem>
            {thread.internalTo && (
              <MenuItem icon={<Eye size={14} aria-hidden />} onSelect={() => setDoing('releasing')}>
                {c('release')}
              </MenuItem>
            )}
            <MenuChoice value={thread.kind} options={threadKinds.map((value) => ({ value, label: c(`kind.${value}`) }))} onChange={(kind) => void act((id) => api.classify(id, kind))} />
          </Menu>
        )}
      </header>

      {thread.anchor && (
        <blockquote aria-label={c('quote')} className={`mx-2 mt-2 line-clamp-3 border-l-2 px-2 text-sm [overflow-wrap:anywhere] ${detached ? 'border-l-caution text-soft' : 'border-l-accent'}`}>
          {thread.anchor.quote}
        </blockquote>
      )}
      {detached && !thread.resolved && <p className="px-2 pt-1 text-sm text-caution">{c(detached === 'range' ? 'detached' : 'detached-item')}</p>}
      <Assigned thread={thread} />
      {doing === 'assigning' && (
        <div className="border-b p-2">
          <AssignForm thread={thread} people={people} onDone={leave} />
        </div>
      )}
      {doing === 'releasing' && (
        <div role="group" aria-label={c('release-now')} onKeyDown={(event) => leaveByEscape(event, leave)} className="m-2 flex flex-col gap-1.5 rounded border border-caution bg-caution-soft p-2">
          <p>{c('release-sure')}</p>
          <div className="flex gap-2">
            <Button size="small" autoFocus busy={busy} onClick={() => void act(api.release)}>
              {c('release-now')}
            </Button>
            <Cancel onCancel={leave} />
          </div>
        </div>
      )}

      <ol className="flex flex-col gap-2 px-2 py-2">
        {thread.comments.map((comment) => (
          <CommentView key={comment.id} thread={thread} comment={comment} mayComment={mayComment} people={people} isLinked={comment.id === linkedComment} onCopyLink={(id) => void copyLink('comment', id)} />
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
        {mayComment && replying !== 'no' && <Reply key={draft} draft={draft} thread={thread} autoFocus={replying === 'asked'} people={people} onDone={endReply} />}
        {mayComment && (
          <div className="flex gap-2">
            {replying === 'no' && (
              <Button size="small" onClick={() => setReplying('asked')}>
                {t('reply')}
              </Button>
            )}
            <Button size="small" look="quiet" className="ml-auto" busy={busy} onClick={() => void act(thread.resolved ? api.reopen : api.resolve)}>
              {thread.resolved ? <RotateCcw size={14} aria-hidden /> : <Check size={14} aria-hidden />}
              {t(thread.resolved ? 'reopen' : 'resolve')}
            </Button>
          </div>
        )}
      </footer>
    </>
  );
}

/** Who is asked to act, and until when. */
function Assigned({ thread: { assignee, dueOn, resolved } }: { readonly thread: Thread }) {
  const t = useTranslations('comments');
  const locale = useLocale();
  const delegationName = useDelegationName();
  if (!assignee && !dueOn) return null;
  const name = assignee ? ('person' in assignee ? assignee.person.name : delegationName(assignee.delegation)) : '';
  const day = dueOn ? writtenDay(dueOn, locale) : '';
  const overdue = dueOn !== null && !resolved && dueOn < new Date().toLocaleDateString('sv-SE');
  return (
    <p className="px-2 pt-2 text-sm text-soft">
      <UserRound size={14} aria-hidden className="mr-1 inline align-[-0.15em]" />
      {assignee ? t(dueOn ? 'assigned-due' : 'assigned', { name, day }) : t('due-only', { day })}
      {overdue && <span className="text-caution"> · {t('overdue')}</span>}
    </p>
  );
}

interface ReplyProps {
  readonly draft: string;
  readonly thread: Thread;
  readonly autoFocus: boolean;
  readonly people: Thread['comments'][number]['mentions'];
  readonly onDone: () => void;
}

function Reply({ draft, thread, autoFocus, people, onDone }: ReplyProps) {
  const t = useTranslations('agreement');
  const locale = useLocale();
  const session = useSession();
  const { api, refetchThreads } = useThreadActions();
  const [language, setLanguage] = useState<Language | null>(isLanguage(locale) ? locale : null);
  const proposal = useProposal(draft, thread.item, thread.anchor);
  const send = async (written: Written): Promise<void> => {
    if (proposal.current) await untilSaved(session);
    await api.reply(thread.id, { ...written, language, proposal: proposedIn(proposal) });
    proposal.drop();
    onDone();
    await refetchThreads();
  };
  return (
    <Composer draft={draft} label={t('reply')} sendLabel={t('send')} autoFocus={autoFocus} people={people} mayBeEmpty={proposedIn(proposal) !== null} beside={[language, proposedIn(proposal)]} onSend={send} onCancel={onDone}>
      <ProposalFields proposal={proposal} />
      <div className="text-sm">
        <LanguageChoice language={language} onLanguage={setLanguage} />
      </div>
    </Composer>
  );
}
