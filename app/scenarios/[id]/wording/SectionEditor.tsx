'use client';
import { Placeholder } from '@tiptap/extensions';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useFieldPresence } from '@/app/components/use-field-presence';
import { useUndoHere } from '@/app/components/use-undo-here';
import { sectionOf } from '@/lib/document/roots';
import { soundText } from '@/lib/domain/text';
import { itemName } from '@/lib/domain/items';
import type { Language } from '@/lib/domain/languages';
import type { SectionKey } from '@/lib/domain/scenario';
import type { PresentPerson } from '@/lib/sync/presence';
import { useSession } from '../session/hooks';
import { cleanPastedHtml } from './clean-pasted-html';
import { PeerCarets } from './peer-carets';
import { SharedFragment } from './shared-fragment';
import { wordingExtensions } from './wording-schema';
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
}

/** A section in one language, edited together. Mounting it writes nothing. */
export function SectionEditor({ section, language, label, placeholder, onFocus, onGone, onForeign, onLink }: SectionEditorProps) {
  const session = useSession();
  const { undo, redo } = useUndoHere();
  const delegations = useTranslations('ui.delegation');
  const focusName = itemName({ kind: 'section', section, language });
  const presence = useFieldPresence(focusName);
  const latest = useRef({ undo, redo, presence, onFocus, onGone, onForeign, onLink, delegations });
  useLayoutEffect(() => {
    latest.current = { undo, redo, presence, onFocus, onGone, onForeign, onLink, delegations };
  });

  const extensions = useMemo(
    () => [
      ...wordingExtensions,
      SharedFragment.configure({
        fragment: sectionOf(session.doc, section, language),
        onUndo: () => latest.current.undo(),
        onRedo: () => latest.current.redo(),
        onForeign: () => latest.current.onForeign(),
      }),
      PeerCarets.configure({
        awareness: session.awareness,
        focusName,
        labelOf: ({ name, delegation }: PresentPerson) => {
          const code = delegation === 'DE' || delegation === 'CN' ? latest.current.delegations(delegation) : delegation;
          return code ? `${name} · ${code}` : name;
        },
        show: (shown) => session.show(shown),
      }),
      Placeholder.configure({ placeholder }),
    ],
    [session, section, language, focusName, placeholder],
  );

  const editor = useEditor(
    {
      extensions,
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false, // wording.css has what is needed
      editorProps: {
        attributes: { class: 'wording-editor prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: language, spellcheck: 'true' },
        transformPastedHTML: cleanPastedHtml,
        transformPastedText: soundText,
        handleKeyDown: (_view, event) => {
          if (event.isComposing || !(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'k') return false;
          if (current.current) latest.current.onLink(current.current);
          event.stopPropagation();
          return true;
        },
      },
      onFocus: ({ editor: focused }) => {
        latest.current.presence.enter();
        latest.current.onFocus(focused);
      },
      onBlur: () => latest.current.presence.leave(),
      onUpdate: ({ editor: updated, transaction }) => {
        const theirs = (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin;
        if (!theirs && updated.isFocused) latest.current.presence.typed();
      },
    },
    [extensions, label],
  );
  const current = useRef<Editor | null>(null);
  useEffect(() => {
    current.current = editor;
    return () => {
      if (editor) latest.current.onGone(editor);
    };
  }, [editor]);

  return <EditorContent editor={editor} />;
}
