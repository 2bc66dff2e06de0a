// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readRichText, writeRichText } from '@/lib/document/rich-text';
import { createScenarioUndo } from '@/lib/document/undo';
import { canonicalRichText, type Block, type Inline, type RichText } from '@/lib/domain/rich-text';
import { canOpen } from './can-open';
import { SharedFragment, type SharedFragmentOptions } from './shared-fragment';
import { wordingExtensions } from './wording-schema';

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
  document.body.replaceChildren();
});

function edit(fragment: Y.XmlFragment, options: Partial<SharedFragmentOptions> = {}): Editor {
  const element = document.body.appendChild(document.createElement('div'));
  const editor = new Editor({ element, injectCSS: false, extensions: [...wordingExtensions, SharedFragment.configure({ fragment, ...options })] });
  open.push(editor);
  return editor;
}

function documentWith(text: RichText): { doc: Y.Doc; fragment: Y.XmlFragment; updates: () => number } {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('t');
  writeRichText(fragment, text);
  let count = 0;
  doc.on('update', () => count++);
  return { doc, fragment, updates: () => count };
}

function peerOf(doc: Y.Doc): Y.XmlFragment {
  const peer = new Y.Doc();
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc), 'wire');
  doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(peer, update, 'wire'));
  peer.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(doc, update, 'wire'));
  return peer.getXmlFragment('t');
}

const paragraph = (...texts: string[]): Block => ({ type: 'paragraph', content: texts.map((text) => ({ type: 'text', text })) });
const textIn = (fragment: Y.XmlFragment, index: number): Y.XmlText => (fragment.get(index) as Y.XmlElement).get(0) as Y.XmlText;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 120));
const words = (fragment: Y.XmlFragment): string[] => readRichText(fragment).map((block) => (block.type === 'paragraph' ? block.content.map((part) => (part.type === 'text' ? part.text : '\n')).join('') : block.type));

const run = fc.record({ type: fc.constant('text' as const), text: fc.constantFrom('a', 'bc ', '好', '😀', 'ü'), bold: fc.constantFrom(true as const, undefined), italic: fc.constantFrom(true as const, undefined), role: fc.constantFrom(true as const, undefined), link: fc.constantFrom('https://example.org', undefined) }).map(
  (made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as unknown as Inline,
);
const anyParagraph = fc.array(fc.oneof(run, fc.constant<Inline>({ type: 'break' })), { maxLength: 5 }).map((content): Block => ({ type: 'paragraph', content }));
const anyList = fc.tuple(fc.constantFrom('bullet-list' as const, 'ordered-list' as const), fc.array(fc.tuple(anyParagraph, fc.array(anyParagraph, { maxLength: 1 })), { minLength: 1, maxLength: 3 })).map(([type, items]): Block => ({ type, items: items.map(([first, rest]) => [first, ...rest]) }));
const anyText = fc.array(fc.oneof(anyParagraph, anyList), { maxLength: 5 }).map(canonicalRichText);

describe('opening a text', () => {
  it('writes nothing, whatever the text, however often', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { fragment, updates } = documentWith(text);
        for (let mounts = 0; mounts < 3; mounts++) {
          const editor = edit(fragment);
          editor.commands.selectAll();
          editor.view.dispatch(editor.state.tr.setSelection(Selection.atStart(editor.state.doc)));
          editor.destroy();
        }
        expect(updates()).toBe(0);
        expect(readRichText(fragment)).toEqual(text);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('writes nothing into a text that nobody has begun, nor when its content arrives', () => {
    const doc = new Y.Doc();
    const updates = vi.fn();
    doc.on('update', (_update: Uint8Array, origin: unknown) => origin !== 'wire' && updates());
    const editor = edit(doc.getXmlFragment('t'));
    editor.commands.selectAll();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(documentWith([paragraph('arrived')]).doc), 'wire');
    editor.commands.selectAll();
    expect(editor.getText()).toBe('arrived');
    expect(updates).not.toHaveBeenCalled();
  });

  it('shows a peer’s edits without writing', () => {
    const { doc, fragment, updates } = documentWith([paragraph('one')]);
    const editor = edit(fragment);
    const peer = peerOf(doc);
    textIn(peer, 0).insert(3, ' more');
    expect(editor.getText()).toBe('one more');
    editor.commands.selectAll();
    expect(updates()).toBe(1);
  });

  it('leaves what two people’s deletions have emptied as it is', () => {
    const { doc, fragment, updates } = documentWith([{ type: 'bullet-list', items: [[paragraph('a')], [paragraph('b')]] }, paragraph('after')]);
    const list = fragment.get(0) as Y.XmlElement;
    doc.transact(() => list.delete(0, 2));
    const editor = edit(fragment);
    editor.commands.selectAll();
    expect(updates()).toBe(1);
    expect(readRichText(fragment)).toEqual([paragraph('after')]);
  });
});

describe('what the editor writes', () => {
  it('reads as wording', () => {
    const { fragment } = documentWith([]);
    const editor = edit(fragment);
    editor.commands.setContent('<p>Plain <strong>bold <em>both</em></strong><br>next</p><ol><li><p>first</p><ul><li><p>inner</p></li></ul></li></ol><p><a href="https://example.org/a">there</a> <a href="javascript:alert(1)">nowhere</a></p>');
    expect(readRichText(fragment)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Plain ' }, { type: 'text', text: 'bold ', bold: true }, { type: 'text', text: 'both', bold: true, italic: true }, { type: 'break' }, { type: 'text', text: 'next' }] },
      { type: 'ordered-list', items: [[paragraph('first'), { type: 'bullet-list', items: [[paragraph('inner')]] }]] },
      { type: 'paragraph', content: [{ type: 'text', text: 'there', link: 'https://example.org/a' }, { type: 'text', text: ' nowhere' }] },
    ]);
  });

  it('is the same whether it is written by the editor or by `writeRichText`', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { fragment } = documentWith(text);
        const json = edit(fragment).getJSON();
        const copy = new Y.Doc().getXmlFragment('t');
        edit(copy).commands.setContent(json);
        expect(readRichText(copy)).toEqual(text);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe('the name of a role', () => {
  const named = (fragment: Y.XmlFragment): string[] => readRichText(fragment).flatMap((block) => (block.type === 'paragraph' ? block.content.flatMap((part) => (part.type === 'text' && part.role ? [part.text] : [])) : []));

  it('is what was selected when it was marked, not what is typed behind it; a caret in it takes the mark away', () => {
    const { fragment } = documentWith([paragraph('the insurer pays')]);
    const peer = peerOf(fragment.doc!);
    const editor = edit(fragment);
    editor.commands.setTextSelection({ from: 5, to: 12 });
    editor.commands.toggleRoleName();
    expect([named(fragment), named(peer), editor.isActive('role')]).toEqual([['insurer'], ['insurer'], true]);
    editor.view.dispatch(editor.state.tr.insertText('s', 12));
    expect(words(fragment)).toEqual(['the insurers pays']);
    expect(named(fragment)).toEqual(['insurer']);
    editor.commands.setTextSelection(8);
    editor.commands.toggleRoleName();
    expect(named(peer)).toEqual([]);
    expect(editor.commands.toggleRoleName()).toBe(false); // nothing is selected: nothing to be marked
  });

  it('is undone and redone like any other step', () => {
    const { doc, fragment } = documentWith([paragraph('insurer')]);
    const undo = createScenarioUndo(doc, { extraOrigins: [ySyncPluginKey] });
    const editor = edit(fragment);
    editor.commands.selectAll();
    editor.commands.toggleRoleName();
    expect(undo.undo()).toBe('done');
    expect(named(fragment)).toEqual([]);
    expect(undo.redo()).toBe('done');
    expect(named(fragment)).toEqual(['insurer']);
    undo.destroy();
  });
});

describe('undo', () => {
  it('is the session’s, survives the editor, and spares a peer’s words', () => {
    const { doc, fragment } = documentWith([paragraph('')]);
    const undo = createScenarioUndo(doc, { extraOrigins: [ySyncPluginKey] });
    const peer = peerOf(doc);
    const editor = edit(fragment);
    editor.commands.insertContentAt(1, 'mine');
    editor.destroy();
    textIn(peer, 0).insert(4, ' theirs');
    const again = edit(fragment);
    expect(again.getText()).toBe('mine theirs');
    expect(undo.undo()).toBe('done');
    expect(again.getText()).toBe(' theirs');
    expect(undo.redo()).toBe('done');
    expect(words(peer)).toEqual(['mine theirs']);
    undo.destroy();
  });

  it('goes to the session on its keys and from the browser’s menu', () => {
    const { fragment } = documentWith([paragraph('a')]);
    const onUndo = vi.fn();
    const onRedo = vi.fn();
    const { dom } = edit(fragment, { onUndo, onRedo }).view;
    const outside = vi.fn();
    document.body.addEventListener('keydown', outside);
    for (const init of [{ key: 'z', ctrlKey: true }, { key: 'Z', metaKey: true, shiftKey: true }, { key: 'y', ctrlKey: true }]) dom.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
    dom.dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true }));
    expect(onUndo).toHaveBeenCalledTimes(2);
    expect(onRedo).toHaveBeenCalledTimes(2);
    expect(outside).not.toHaveBeenCalled();
    document.body.removeEventListener('keydown', outside);
  });
});

describe('an input method', () => {
  const compose = (editor: Editor, type: 'compositionstart' | 'compositionend'): void => void editor.view.dom.dispatchEvent(new CompositionEvent(type, { bubbles: true }));
  const insert = (editor: Editor, from: number, to: number, text: string): void => editor.view.dispatch(editor.state.tr.insertText(text, from, to));

  it('keeps half-composed words to itself', async () => {
    const { fragment, updates } = documentWith([paragraph('角色')]);
    const editor = edit(fragment);
    editor.commands.setTextSelection(3);
    compose(editor, 'compositionstart');
    insert(editor, 3, 3, 'zhi zao');
    expect(updates()).toBe(0);
    insert(editor, 3, 10, '制造');
    compose(editor, 'compositionend');
    await settled();
    expect(words(fragment)).toEqual(['角色制造']);
  });

  it('is not disturbed by others, and both are there afterwards, each at its place', async () => {
    const { doc, fragment } = documentWith([paragraph('first'), paragraph('角色：。'), paragraph('last')]);
    const peer = peerOf(doc);
    const editor = edit(fragment);
    const caret = 7 + 1 + 3;
    editor.commands.setTextSelection(caret);
    compose(editor, 'compositionstart');
    insert(editor, caret, caret, 'zhi');
    textIn(peer, 0).insert(5, ' paragraph');
    textIn(peer, 1).insert(0, '新');
    textIn(peer, 1).insert(5, '完');
    peer.delete(2, 1);
    expect(editor.getText()).toContain('角色：zhi。');
    insert(editor, caret, caret + 3, '制造商');
    compose(editor, 'compositionend');
    await settled();
    expect(words(peer)).toEqual(['first paragraph', '新角色：制造商。完']);
    expect(words(fragment)).toEqual(words(peer));
    expect(editor.getText({ blockSeparator: '|' })).toBe('first paragraph|新角色：制造商。完');
  });

  it('replaces what was selected, but nothing that a peer put into it', async () => {
    const { doc, fragment } = documentWith([paragraph('abcdef')]);
    const peer = peerOf(doc);
    const editor = edit(fragment);
    editor.commands.setTextSelection({ from: 2, to: 6 });
    compose(editor, 'compositionstart');
    insert(editor, 2, 6, '好');
    textIn(peer, 0).insert(3, 'X');
    textIn(peer, 0).delete(1, 1);
    compose(editor, 'compositionend');
    await settled();
    expect(words(peer)).toEqual(['a好Xf']);
    expect(words(fragment)).toEqual(['a好Xf']);
  });

  it('given up shows what others did and writes nothing', async () => {
    const { doc, fragment, updates } = documentWith([paragraph('ab')]);
    const peer = peerOf(doc);
    const editor = edit(fragment);
    compose(editor, 'compositionstart');
    insert(editor, 3, 3, 'ni');
    textIn(peer, 0).insert(0, '>');
    insert(editor, 3, 5, '');
    compose(editor, 'compositionend');
    await settled();
    expect(editor.getText()).toBe('>ab');
    expect(updates()).toBe(1);
  });

  it('finds its place when the paragraph is deleted under it', async () => {
    const { doc, fragment } = documentWith([paragraph('one'), paragraph('two')]);
    const peer = peerOf(doc);
    const editor = edit(fragment);
    editor.commands.setTextSelection(9);
    compose(editor, 'compositionstart');
    insert(editor, 9, 9, '你好');
    peer.delete(1, 1);
    compose(editor, 'compositionend');
    await settled();
    expect(words(fragment).join('')).toContain('你好');
    expect(words(fragment)).toEqual(words(peer));
  });
});

describe('content that the editor does not know', () => {
  it('is not touched where it is a mark either: so an older client leaves those of a newer one', () => {
    const { doc, fragment } = documentWith([paragraph('known words')]);
    const peer = peerOf(doc);
    const onForeign = vi.fn();
    const editor = edit(fragment, { onForeign });
    textIn(peer, 0).format(0, 5, { 'of-a-later-version': {} });
    editor.commands.insertContentAt(1, 'late ');
    expect(onForeign).toHaveBeenCalledOnce();
    expect(textIn(fragment, 0).toDelta()).toEqual([{ insert: 'known', attributes: { 'of-a-later-version': {} } }, { insert: ' words' }]);
    expect(canOpen(fragment)).toBe(false);
  });


  it('is handed back, not deleted', () => {
    const { doc, fragment } = documentWith([paragraph('known')]);
    const peer = peerOf(doc);
    const onForeign = vi.fn();
    const editor = edit(fragment, { onForeign });
    const heading = new Y.XmlElement('heading');
    heading.insert(0, [new Y.XmlText('later version')]);
    peer.insert(0, [heading]);
    editor.commands.insertContentAt(1, 'late ');
    expect(onForeign).toHaveBeenCalledOnce();
    expect((fragment.get(0) as Y.XmlElement).nodeName).toBe('heading');
    expect(words(peer)).toEqual(['later version', 'known']);
  });
});
