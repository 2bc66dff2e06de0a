import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { longestQuote } from '@/lib/domain/comments';
import { anchorAt, plainSection, resolveAnchor, type TextAnchor, type TextRange } from '@/lib/document/text-anchors';
import { flatText, offsetAt, stretchesOf } from './flat-text';

/** A range of the text that a thread is about. */
export interface CommentMark {
  /** Id of the thread; null: somebody is about to begin one here. */
  readonly thread: string | null;
  readonly anchor: TextAnchor;
}

export type Unanchored = 'select-first' | 'too-long';

export interface CommentMarksOptions {
  readonly fragment: Y.XmlFragment | null;
  readonly onOpen: (thread: string) => void;
  /** Somebody wants to comment on what is selected. */
  readonly onComment: (anchor: TextAnchor) => void;
  /** Somebody wanted to, and there is nothing selected that a comment could hold on to, or too much of it. */
  readonly onUnanchored: (why: Unanchored) => void;
}

interface CommentMarksStorage {
  comment: () => void;
  /** What is selected of the text; null: nothing, or the editor shows something else than the document. */
  selected: () => { readonly fragment: Y.XmlFragment; readonly range: TextRange } | null;
}

declare module '@tiptap/core' {
  interface Storage {
    commentMarks: CommentMarksStorage;
  }
}

interface Shown {
  readonly marks: readonly CommentMark[];
  readonly decorations: DecorationSet;
}

/** Meta of a transaction: the marks to be shown from now on. */
export const commentMarksKey = new PluginKey<Shown>('commentMarks');

/**
 * Shows which words are discussed; a click on them leads to the discussion. Nothing of it is part of the text. What the
 * person types moves the marks along; whatever others do finds them anew by their anchors.
 */
export const CommentMarks = Extension.create<CommentMarksOptions, CommentMarksStorage>({
  name: 'commentMarks',
  addOptions: () => ({ fragment: null, onOpen: () => {}, onComment: () => {}, onUnanchored: () => {} }),
  addStorage: () => ({ comment: () => {}, selected: () => null }),

  onCreate() {
    const { fragment, onComment, onUnanchored } = this.options;
    this.storage.selected = () => {
      const range = fragment && selectedRange(this.editor.state, fragment);
      return range && { fragment, range };
    };
    this.storage.comment = () => {
      const range = fragment && selectedRange(this.editor.state, fragment);
      const anchor = range && anchorAt(fragment, range);
      if (anchor) return onComment(anchor);
      onUnanchored(range && range.to - range.from > longestQuote ? 'too-long' : 'select-first'); // places in the editor count more than letters
    };
  },

  addProseMirrorPlugins() {
    const { fragment, onOpen } = this.options;
    if (!fragment) return [];
    return [
      new Plugin<Shown>({
        key: commentMarksKey,
        state: {
          init: () => ({ marks: [], decorations: DecorationSet.empty }),
          apply(transaction, shown) {
            const wanted = transaction.getMeta(commentMarksKey) as readonly CommentMark[] | undefined;
            const theirs = (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;
            const marks = wanted ?? shown.marks;
            const drawn = wanted || (theirs && marks.length) ? draw(fragment, transaction.doc, marks) : null;
            if (drawn) return { marks, decorations: drawn };
            return transaction.docChanged || wanted ? { marks, decorations: shown.decorations.map(transaction.mapping, transaction.doc) } : shown;
          },
        },
        props: {
          decorations: (state) => commentMarksKey.getState(state)?.decorations,
          handleClick: (_view, _position, { target }) => {
            const thread = target instanceof Element ? target.closest<HTMLElement>('[data-comment-thread]')?.dataset.commentThread : undefined;
            if (thread) onOpen(thread);
            return false; // the caret goes where it was put
          },
        },
      }),
    ];
  },
});

/** The marks where they stand now; null while the editor shows something else than the document (an input method composes). */
function draw(fragment: Y.XmlFragment, doc: Node, marks: readonly CommentMark[]): DecorationSet | null {
  const plain = plainSection(fragment);
  const flat = flatText(doc);
  if (plain.text !== flat.text) return null;
  const decorations = marks.flatMap(({ thread, anchor }) => {
    const range = resolveAnchor(fragment, anchor, plain);
    const attributes = { class: thread ? 'comment-mark' : 'comment-mark comment-mark-new', ...(thread && { 'data-comment-thread': thread }) };
    return range ? stretchesOf(flat, range).map(({ from, to }) => Decoration.inline(from, to, attributes)) : [];
  });
  return DecorationSet.create(doc, decorations);
}

/** What is selected in an editor; null if that is nothing, or the editor shows something else than the document. */
function selectedRange(state: EditorState, fragment: Y.XmlFragment): TextRange | null {
  const { from, to, empty } = state.selection;
  if (empty) return null;
  const flat = flatText(state.doc);
  if (flat.text !== plainSection(fragment).text) return null;
  return { from: offsetAt(flat, from), to: offsetAt(flat, to, true) };
}
