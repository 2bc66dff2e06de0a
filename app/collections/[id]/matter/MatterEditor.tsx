'use client';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { Editor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { langOf } from '@/app/components/lang-of';
import { cleanPastedHtml } from '@/app/scenarios/[id]/wording/clean-pasted-html';
import { wordingExtensions } from '@/app/scenarios/[id]/wording/wording-schema';
import '@/app/scenarios/[id]/wording/wording.css';
import type { Language } from '@/lib/domain/languages';
import type { RichText } from '@/lib/domain/rich-text';
import { soundText } from '@/lib/domain/text';
import { fromEditorContent, toEditorContent } from './editor-content';

export interface MatterEditorProps {
  readonly language: Language;
  readonly text: RichText;
  readonly label: string;
  readonly placeholder: string;
  readonly composing: RefObject<boolean>;
  readonly onChange: (text: RichText) => void;
  readonly onFocus: (editor: Editor) => void;
  readonly onGone: (editor: Editor) => void;
  readonly onLink: (editor: Editor) => void;
}

/** A text of the front or back matter, with an undo of its own. What comes from elsewhere is one step of it, so that it can be taken back. */
export function MatterEditor(props: MatterEditorProps) {
  const { language, text, label, placeholder } = props;
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<Editor>(null);
  /** What the editor holds, as it was last told of: anything else comes from elsewhere. */
  const told = useRef(text);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const tellOf = (now: Editor): void => {
      told.current = fromEditorContent(now.getJSON());
      latest.current.onChange(told.current);
    };
    const editor: Editor = new Editor({
      element: host.current,
      injectCSS: false, // wording.css has what is needed
      content: toEditorContent(latest.current.text),
      extensions: [...wordingExtensions, UndoRedo, Placeholder.configure({ placeholder })],
      editorProps: {
        attributes: { class: 'wording-editor prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-placeholder': placeholder, lang: langOf(language), spellcheck: 'true' },
        transformPastedHTML: cleanPastedHtml,
        transformPastedText: soundText,
        handleKeyDown: (_view, event) => {
          if (event.isComposing || !(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'k') return false;
          event.preventDefault();
          latest.current.onLink(editor);
          return true;
        },
      },
      onFocus: () => latest.current.onFocus(editor),
      onUpdate: ({ editor: now }) => void (!now.view.composing && tellOf(now)),
    });
    // half of a word that is being composed is nobody's text
    const { composing } = latest.current;
    const onComposed = (): void =>
      void setTimeout(() => {
        if (editor.isDestroyed || editor.view.composing) return;
        composing.current = false;
        tellOf(editor);
      }, 50);
    editor.view.dom.addEventListener('compositionstart', () => void (composing.current = true), true);
    editor.view.dom.addEventListener('compositionend', onComposed);
    told.current = latest.current.text;
    shown.current = editor;
    const { onGone } = latest.current;
    return () => {
      composing.current = false;
      shown.current = null;
      onGone(editor);
      editor.destroy();
    };
  }, [language, label, placeholder]);

  useEffect(() => {
    const editor = shown.current;
    if (!editor || text === told.current || editor.view.composing) return;
    told.current = text;
    editor.commands.setContent(toEditorContent(text), { emitUpdate: false });
  }, [text]);

  return <div ref={host} />;
}
