'use client';
import { Ellipsis, Languages, Link, Pencil, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { isComposing } from '@/app/components/is-composing';
import { langOf } from '@/app/components/lang-of';
import { Menu, MenuItem } from '@/app/components/Menu';
import type { Comment, Thread } from '@/lib/comments/thread';
import { isLanguage, languages, type Language } from '@/lib/domain/languages';
import { splitMentions } from '@/lib/domain/mentions';
import type { NamedPerson } from '@/lib/domain/named-person';
import { useSession } from '../session/hooks';
import { failureOf, type Failure } from './agreement-api';
import { useThreadActions } from './AgreementProvider';
import { Composer } from './Composer';
import { draftKey, dropDraft, hasDraft } from './drafts';
import { FailureNote } from './FailureNote';
import { Moment } from './Moment';
import { PersonName } from './PersonName';
import { ProposalView } from './ProposalView';
import { Choice } from './ThreadFilters';

export interface CommentViewProps {
  readonly thread: Thread;
  readonly comment: Comment;
  readonly mayComment: boolean;
  /** Who can be called in this thread. */
  readonly people: readonly NamedPerson[];
  /** True for the comment that the address leads to. */
  readonly isLinked: boolean;
  readonly onCopyLink: (comment: string) => void;
}

/** One comment, as plain text, with its translations and what it proposes; one's own can be changed and taken back. */
export function CommentView({ thread, comment, mayComment, people, isLinked, onCopyLink }: CommentViewProps) {
  const t = useTranslations('comments');
  const session = useSession();
  const { api, refetchThreads } = useThreadActions();
  const isMine = comment.author.id === session.me.id;
  const editDraft = draftKey(session.me.id, session.scenarioId, `edit:${comment.id}`);
  const [doing, setDoing] = useState<'nothing' | 'editing' | 'translating' | 'deleting'>(() => (isMine && !comment.isDeleted && hasDraft(editDraft) ? 'editing' : 'nothing'));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isLinked) row.current?.scrollIntoView({ block: 'center' });
  }, [isLinked]);

  /** Back to where it was begun: the button of the comment's menu. */
  const leave = (): void => {
    setDoing('nothing');
    row.current?.querySelector('button')?.focus();
  };
  const stop = (): void => {
    dropDraft(editDraft);
    leave();
  };
  const remove = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await api.deleteComment(thread.id, comment.id);
      await refetchThreads();
      row.current?.closest<HTMLElement>('[data-thread]')?.focus({ preventScroll: true }); // a deleted comment has no button
      setDoing('nothing');
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <li ref={row} data-comment={comment.id} className={`flex flex-col ${isLinked ? 'rounded outline outline-offset-2 outline-accent' : ''}`}>
      <div className="flex items-start gap-1">
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-2">
          <PersonName person={comment.author} />
          <span className="text-sm text-soft">
            <Moment at={comment.at} />
            {comment.editedAt && !comment.isDeleted && <> · {t('edited')}</>}
          </span>
        </div>
        {!comment.isDeleted && (
          <Menu
            trigger={
              <IconButton size="small" label={t('more-comment', { name: comment.author.name })}>
                <Ellipsis size={14} aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<Link size={14} aria-hidden />} onSelect={() => onCopyLink(comment.id)}>
              {t('copy-comment-link')}
            </MenuItem>
            {mayComment && (
              <MenuItem icon={<Languages size={14} aria-hidden />} onSelect={() => setDoing('translating')}>
                {t('translate')}
              </MenuItem>
            )}
            {mayComment && isMine && (
              <>
                <MenuItem icon={<Pencil size={14} aria-hidden />} onSelect={() => setDoing('editing')}>
                  {t('edit')}
                </MenuItem>
                <MenuItem icon={<Trash2 size={14} aria-hidden />} danger onSelect={() => setDoing('deleting')}>
                  {t('delete')}
                </MenuItem>
              </>
            )}
          </Menu>
        )}
      </div>

      {comment.isDeleted && <p className="italic text-soft">{t('deleted')}</p>}
      {doing === 'editing' ? (
        <Composer
          key={editDraft}
          draft={editDraft}
          initial={comment.body}
          label={t('edit-label')}
          sendLabel={t('save')}
          autoFocus
          people={people}
          onSend={async ({ body, mentions }) => {
            await api.editComment(thread.id, comment.id, { body, mentions });
            await refetchThreads();
            leave();
          }}
          onCancel={stop}
        />
      ) : (
        comment.body && (
          <p dir="auto" lang={comment.language ? langOf(comment.language) : undefined} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {splitMentions(comment.body, comment.mentions).map(({ text, person }, index) =>
              person ? (
                <b key={index} className="font-medium text-accent">
                  {text}
                </b>
              ) : (
                text
              ),
            )}
          </p>
        )
      )}
      {comment.translations.map(({ language, body, by, at }) => (
        <div key={language} className="mt-1 border-l-2 pl-2">
          <p dir="auto" lang={langOf(language)} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {body}
          </p>
          <p className="text-sm text-soft">
            {t('translated', { language: t(`language.${language}`), name: by.name })}
            {comment.editedAt && comment.editedAt > at && <span className="text-caution"> · {t('outdated')}</span>}
          </p>
        </div>
      ))}
      {comment.proposal && <ProposalView thread={thread} comment={comment.id} proposal={comment.proposal} isMine={isMine} />}

      {doing === 'translating' && <TranslationForm thread={thread.id} comment={comment} onDone={leave} />}
      {doing === 'deleting' && (
        <div role="group" aria-label={t('delete-now')} onKeyDown={(event) => leaveByEscape(event, leave)} className="mt-1 flex flex-col gap-1.5 rounded border border-danger bg-danger-soft p-2">
          <p>{t('delete-sure')}</p>
          {failure && <FailureNote failure={failure} />}
          <div className="flex gap-2">
            <Button size="small" look="danger" autoFocus busy={busy} onClick={() => void remove()}>
              {t('delete-now')}
            </Button>
            <Cancel onCancel={leave} />
          </div>
        </div>
      )}
    </li>
  );
}

function TranslationForm({ thread, comment, onDone }: { readonly thread: string; readonly comment: Comment; readonly onDone: () => void }) {
  const t = useTranslations('comments');
  const locale = useLocale();
  const session = useSession();
  const { api, refetchThreads } = useThreadActions();
  const others = languages.filter((language) => language !== comment.language);
  const [language, setLanguage] = useState<Language>(others.find((candidate) => candidate === locale) ?? others[0]!);
  const draft = draftKey(session.me.id, session.scenarioId, `translation:${comment.id}:${language}`);
  return (
    <div className="mt-1 flex flex-col gap-1.5">
      <div className="text-sm">
        <Choice label={t('translate-into')} value={language} onChange={(value) => isLanguage(value) && setLanguage(value)}>
          {others.map((candidate) => (
            <option key={candidate} value={candidate}>
              {t(`language.${candidate}`)}
            </option>
          ))}
        </Choice>
      </div>
      <Composer
        key={draft}
        draft={draft}
        initial={comment.translations.find((translation) => translation.language === language)?.body}
        label={t('translate-label', { language: t(`language.${language}`) })}
        sendLabel={t('save')}
        autoFocus
        onSend={async ({ body }) => {
          await api.translate(thread, comment.id, language, body);
          await refetchThreads();
          onDone();
        }}
        onCancel={onDone}
      />
    </div>
  );
}

/** Escape leads back from a question that stands in the page, and no further. */
export function leaveByEscape(event: KeyboardEvent, leave: () => void): void {
  if (event.key !== 'Escape' || isComposing(event)) return;
  event.preventDefault();
  leave();
}

export function Cancel({ onCancel }: { readonly onCancel: () => void }) {
  const t = useTranslations('agreement');
  return (
    <Button size="small" look="quiet" onClick={onCancel}>
      {t('cancel')}
    </Button>
  );
}
