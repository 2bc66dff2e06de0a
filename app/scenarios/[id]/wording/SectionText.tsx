'use client';
import type { Editor } from '@tiptap/react';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { memo, useCallback, useRef, useState } from 'react';
import { langOf } from '@/app/components/lang-of';
import { PeersHere } from '@/app/components/PeersHere';
import { RichTextView } from '@/app/components/RichTextView';
import { useToasts } from '@/app/components/Toasts';
import { usePeersAt } from '@/app/components/use-peers-at';
import { sectionOf } from '@/lib/document/roots';
import { longestQuote } from '@/lib/domain/comments';
import { itemName } from '@/lib/domain/items';
import type { Language } from '@/lib/domain/languages';
import type { RichText } from '@/lib/domain/rich-text';
import type { SectionKey } from '@/lib/domain/scenario';
import { anchorAt, type TextAnchor } from '@/lib/document/text-anchors';
import { useOpenAgreement } from '../panel/AgreementProvider';
import { CommentButton } from '../panel/CommentButton';
import { ItemMarks } from '../positions/ItemMarks';
import { useIsSelected, useMayEdit, useSession, useWorkspaceView } from '../session/hooks';
import { canOpen } from './can-open';
import { selectedIn } from './dom-range';
import { CounterpartMark } from './CounterpartMark';
import { useCommentMarks } from './use-comment-marks';
import { useConcerned } from './use-counterpart';
import { useReadMarks } from './use-read-marks';
import './wording.css';

const SectionEditor = dynamic(() => import('./SectionEditor').then((file) => file.SectionEditor), { ssr: false });

export interface SectionTextProps {
  readonly section: SectionKey;
  readonly language: Language;
  readonly text: RichText;
  readonly showLanguage: boolean;
  readonly onFocus: (editor: Editor) => void;
  readonly onGone: (editor: Editor) => void;
  readonly onLink: (editor: Editor) => void;
}

/** A section in one language: to be edited by whoever may, to be read by everybody else. */
export const SectionText = memo(function SectionText({ section, language, text, showLanguage, onFocus, onGone, onLink }: SectionTextProps) {
  const t = useTranslations('wording');
  const comments = useTranslations('comments');
  const { toast } = useToasts();
  const languageNames = useTranslations('common.languages');
  const locale = useLocale();
  const { doc } = useSession();
  const { setSelection, openComments, openThread } = useWorkspaceView();
  const agreement = useOpenAgreement();
  const mayEdit = useMayEdit();
  const [foreign, setForeign] = useState(false);
  const item = itemName({ kind: 'section', section, language });
  const selected = useIsSelected(item);
  const peers = usePeersAt(item);
  const edits = mayEdit && !foreign && canOpen(sectionOf(doc, section, language));
  const marks = useCommentMarks(item);
  const concerned = useConcerned(section, language);
  const column = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  useReadMarks(reading, sectionOf(doc, section, language), edits ? null : marks, text);
  const comment = (anchor: TextAnchor | null): void => {
    agreement?.setRange(anchor && { item, anchor });
    openComments(item);
  };
  /** Whoever has selected words of a text that they read, and presses its comment button, means those words. */
  const commentOnRead = (): void => {
    const range = reading.current && selectedIn(reading.current);
    const anchor = range && anchorAt(sectionOf(doc, section, language), range);
    if (anchor) agreement?.setRange({ item, anchor });
  };
  const onForeign = useCallback(() => setForeign(true), []);
  const focused = (editor: Editor): void => {
    setSelection([item]);
    onFocus(editor);
  };
  return (
    <div ref={column} data-item={item} lang={langOf(language)} className={`wording-column min-w-0 rounded-sm border-l-2 pl-1 ${selected ? 'border-l-accent' : 'border-l-transparent'}`}>
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 text-sm text-soft">
        {showLanguage && <span>{languageNames(language)}</span>}
        <span lang={locale} className="flex min-w-0">
          <CounterpartMark section={section} language={language} column={column} />
        </span>
        <PeersHere peers={peers} />
        <span className="ml-auto flex items-center">
          <ItemMarks item={item} />
          <CommentButton item={item} onPress={edits ? () => agreement?.setRange(null) : commentOnRead} />
        </span>
      </div>
      {edits ? (
        <SectionEditor
          section={section}
          language={language}
          label={t('text-of', { section: t(`sections.${section}`), language: languageNames(language) })}
          placeholder={t(`placeholders.${section}`, { language: languageNames(language) })}
          onFocus={focused}
          onGone={onGone}
          onForeign={onForeign}
          onLink={onLink}
          marks={marks}
          concerned={concerned}
          onOpenThread={openThread}
          onComment={comment}
          onUnanchored={(why) => toast({ text: comments(why, { most: longestQuote }) })}
        />
      ) : (
        <div className="prose px-2 py-1">
          {mayEdit && <p className="text-sm text-caution">{t('foreign')}</p>}
          <div ref={reading}>{text.length ? <RichTextView text={text} concerned={concerned} /> : <p className="text-soft">{t('empty')}</p>}</div>
        </div>
      )}
    </div>
  );
});
