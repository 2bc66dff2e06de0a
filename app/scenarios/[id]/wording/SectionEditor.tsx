'use client';
import { Placeholder } from '@tiptap/extensions';
import { Editor } from '@tiptap/react';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { langOf } from '@/app/components/lang-of';
import { useFieldPresence } from '@/app/components/use-field-presence';
import { useUndoHere } from '@/app/components/use-undo-here';
import { sectionOf } from '@/lib/document/roots';
import { soundText } from '@/lib/domain/text';
import { itemName } from '@/lib/domain/items';
import type { Language } from '@/lib/domain/languages';
import type { SectionKey } from '@/lib/domain/scenario';
import { useSession } from '../session/hooks';
import type { TextAnchor } from '@/lib/document/text-anchors';
import { cleanPastedHtml } from './clean-pasted-html';
import { CommentMarks, commentMarksKey, type CommentMark, type Unanchored } from './comment-marks';
import { ConcernedMarks, concernedMarksKey } from './concerned-marks';
import { PeerCarets } from './peer-carets';
import { SharedFragment } from './shared-fragment';
import { wordingExtensionsTelling } from './wording-schema';
import './wording.css';

export interface SectionEditorProps {
  readonly section: SectionKey;
  readonly language: Language;
  /** Accessible name. */
  readonly label: string;
  readonly placeholder: string;
  readonly onFocus: (editor: Editor) => void;
  readonly onGone: (editor: Editor) => void;
  /** The text holds something that this editor does not know. */
  readonly onForeign: () => void;
  /** Opens the question for a link's address. */
  readonly onLink: (editor: Editor) => void;
  /** What of the text is discussed. */
  readonly marks?: readonly CommentMark[];
  /** The paragraphs whose leading ones have changed, as `paragraphsOf` counts them. */
  readonly concerned?: readonly number[];
  readonly onOpenThread?: (thread: string) => void;
  readonly onComment?: (anchor: TextAnchor) => void;
  readonly onUnanchored?: (why: Unanchored) => void;
}

const noMarks: readonly CommentMark[] = [];
const nothing: readonly number[] = [];

/** A section in one language, edited together. Mounting it writes nothing. */
export function SectionEditor(props: SectionEditorProps) {
  const { section, language, label, placeholder, marks = noMarks, concerned = nothing } = props;
  const session = useSession();
  const { undo, redo } = useUndoHere();
  const delegations = useTranslations('ui.delegation');
  const roleName = useTranslations('wording')('role-name');
  const focusName = itemName({ kind: 'section', section, language });
  const presence = useFieldPresence(focusName);
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<Editor>(null);
  const latest = useRef({ ...props, undo, redo, presence, delegations });
  useLayoutEffect(() => {
    latest.current = { ...props, undo, redo, presence, delegations };
  });

  useEffect(() => {
    const editor = new Editor({
      element: host.current,
      injectCSS: false, // wording.css has what is needed
      extensions: [
        ...wordingExtensionsTelling(roleName),
        SharedFragment.configure({
          fragment: sectionOf(session.doc, section, language),
          onUndo: () => latest.current.undo(),
          onRedo: () => latest.current.redo(),
          onForeign: () => latest.current.onForeign(),
        }),
        PeerCarets.configure({
          awareness: session.awareness,
          focusName,
          labelOf: ({ name, delegation }) => {
            const code = delegation === 'DE' || delegation === 'CN' ? latest.current.delegations(delegation) : delegation;
            return code ? `${name} · ${code}` : name;
          },
          show: (shown) => session.show(shown),
        }),
        CommentMarks.configure({
          fragment: sectionOf(session.doc, section, language),
          onOpen: (thread) => latest.current.onOpenThread?.(thread),
          onComment: (anchor) => latest.current.onComment?.(anchor),
          onUnanchored: (why) => latest.current.onUnanchored?.(why),
        }),
        ConcernedMarks,
        Placeholder.configure({ placeholder }),
      ],
      editorProps: {
        attributes: { class: 'wording-editor prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-placeholder': placeholder, lang: langOf(language), spellcheck: 'true' },
        transformPastedHTML: cleanPastedHtml,
        transformPastedText: soundText,
        handleKeyDown: (_view, event) => {
          // by its place: with Alt, the key gives another letter on a Mac
          if (!event.isComposing && (event.ctrlKey || event.metaKey) && event.altKey && (event.code === 'KeyM' || event.code === 'KeyR')) {
            event.preventDefault();
            if (event.code === 'KeyM') editor.storage.commentMarks.comment();
            else editor.commands.toggleRoleName();
            return true;
          }
          if (event.isComposing || !(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'k') return false;
          event.preventDefault();
          event.stopPropagation();
          latest.current.onLink(editor);
          return true;
        },
      },
      onFocus: () => {
        latest.current.presence.enter();
        latest.current.onFocus(editor);
      },
      onBlur: () => latest.current.presence.leave(),
      onUpdate: ({ transaction }) => {
        const theirs = (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin;
        if (!theirs && editor.isFocused) latest.current.presence.typed();
      },
    });
    shown.current = editor;
    const { onGone } = latest.current;
    return () => {
      shown.current = null;
      onGone(editor);
      editor.destroy();
    };
  }, [session, section, language, focusName, label, placeholder, roleName]);

  useEffect(() => {
    const editor = shown.current;
    // a text that is not discussed needs no drawing
    if (editor && (marks.length || commentMarksKey.getState(editor.state)?.marks.length)) editor.view.dispatch(editor.state.tr.setMeta(commentMarksKey, marks));
  }, [marks, session, section, language, focusName, label, placeholder, roleName]);

  useEffect(() => {
    const editor = shown.current;
    if (editor && (concerned.length || concernedMarksKey.getState(editor.state)?.concerned.length)) editor.view.dispatch(editor.state.tr.setMeta(concernedMarksKey, concerned));
  }, [concerned, session, section, language, focusName, label, placeholder, roleName]);

  return <div ref={host} />;
}
