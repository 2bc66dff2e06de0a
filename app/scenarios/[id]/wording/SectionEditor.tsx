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
export function SectionEditor(props: SectionEditorProps) {
  const { section, language, label, placeholder } = props;
  const session = useSession();
  const { undo, redo } = useUndoHere();
  const delegations = useTranslations('ui.delegation');
  const focusName = itemName({ kind: 'section', section, language });
  const presence = useFieldPresence(focusName);
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ ...props, undo, redo, presence, delegations });
  useLayoutEffect(() => {
    latest.current = { ...props, undo, redo, presence, delegations };
  });

  useEffect(() => {
    const editor = new Editor({
      element: host.current,
      injectCSS: false, // wording.css has what is needed
      extensions: [
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
          labelOf: ({ name, delegation }) => {
            const code = delegation === 'DE' || delegation === 'CN' ? latest.current.delegations(delegation) : delegation;
            return code ? `${name} · ${code}` : name;
          },
          show: (shown) => session.show(shown),
        }),
        Placeholder.configure({ placeholder }),
      ],
      editorProps: {
        attributes: { class: 'wording-editor prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-placeholder': placeholder, lang: langOf(language), spellcheck: 'true' },
        transformPastedHTML: cleanPastedHtml,
        transformPastedText: soundText,
        handleKeyDown: (_view, event) => {
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
    const { onGone } = latest.current;
    return () => {
      onGone(editor);
      editor.destroy();
    };
  }, [session, section, language, focusName, label, placeholder]);

  return <div ref={host} />;
}
