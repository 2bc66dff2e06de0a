import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

interface Shown {
  readonly concerned: readonly number[];
  readonly decorations: DecorationSet;
}

/** Meta of a transaction: the paragraphs to be marked from now on, as `paragraphsOf` counts them. */
export const concernedMarksKey = new PluginKey<Shown>('concernedMarks');

/** Marks the paragraphs whose leading ones have changed. Nothing of it is part of the text. */
export const ConcernedMarks = Extension.create({
  name: 'concernedMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key: concernedMarksKey,
      state: {
        init: () => ({ concerned: [], decorations: DecorationSet.empty }),
        apply(transaction, shown) {
          const wanted = transaction.getMeta(concernedMarksKey) as readonly number[] | undefined;
          const concerned = wanted ?? shown.concerned;
          if (!wanted && !(transaction.docChanged && concerned.length)) return shown;
          return { concerned, decorations: draw(transaction.doc, concerned) };
        },
      },
      props: { decorations: (state) => concernedMarksKey.getState(state)?.decorations },
    }),
  ],
});

function draw(doc: Node, concerned: readonly number[]): DecorationSet {
  const decorations: Decoration[] = [];
  let index = 0;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    if (node.textContent.trim() !== '' && concerned.includes(index++)) decorations.push(Decoration.node(position, position + node.nodeSize, { class: 'concerned' }));
    return false;
  });
  return DecorationSet.create(doc, decorations);
}
