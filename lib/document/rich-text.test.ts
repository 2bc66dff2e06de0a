import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { canonicalRichText, type RichText } from '@/lib/domain/rich-text';
import { arbitraryWording } from '@/tests/support/arbitrary-scenario';
import { readRichText, writeRichText } from './rich-text';

const fragmentWith = (...nodes: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment => {
  const fragment = new Y.Doc().getXmlFragment('text');
  fragment.insert(0, nodes);
  return fragment;
};
const node = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
};
const words = (text: string, attributes: object = {}): Y.XmlText => {
  const xml = new Y.XmlText();
  xml.insert(0, text, attributes);
  return xml;
};
const paragraph = (...texts: string[]): RichText[number] => ({ type: 'paragraph', content: texts.map((text) => ({ type: 'text', text })) });

describe('rich text', () => {
  it('is read as it was written, in its canonical form', () => {
    fc.assert(
      fc.property(arbitraryWording, (wording) => {
        const doc = new Y.Doc();
        writeRichText(doc.getXmlFragment('text'), wording);
        const copy = new Y.Doc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        expect(readRichText(copy.getXmlFragment('text'))).toEqual(canonicalRichText(wording));
      }),
    );
  });

  it('begins as the one empty paragraph that an editor expects, and says nothing', () => {
    const fragment = new Y.Doc().getXmlFragment('text');
    writeRichText(fragment, []);
    expect(fragment.toString()).toBe('<paragraph></paragraph>');
    expect(readRichText(fragment)).toEqual([]);
    expect(readRichText(new Y.Doc().getXmlFragment('text'))).toEqual([]);
  });

  it('reads what it does not know as the paragraphs in it', () => {
    expect(readRichText(fragmentWith(node('blockquote', node('paragraph', words('quoted')), node('heading', words('title')))))).toEqual([paragraph('quoted'), paragraph('title')]);
    expect(readRichText(fragmentWith(words('bare')))).toEqual([paragraph('bare')]);
    expect(readRichText(fragmentWith(node('bulletList', node('listItem', words('bare item')), words('barer'))))).toEqual([
      { type: 'bullet-list', items: [[paragraph('bare item')], [paragraph('barer')]] },
    ]);
  });

  it('keeps marks, however they are stored, and leaves unknown ones out', () => {
    const read = readRichText(fragmentWith(node('paragraph', words('a', { 'bold--x1': {}, 'italic': {}, 'role': {}, colour: { value: 'red' }, 'link': { href: 'https://example.org' } }))));
    expect(read).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'a', bold: true, italic: true, role: true, link: 'https://example.org' }] }]);
  });

  it('reads links that lead elsewhere as plain text', () => {
    for (const link of [{ href: 'javascript:alert(1)' }, { href: 7 }, {}, 'https://example.org'])
      expect(readRichText(fragmentWith(node('paragraph', words('a', { link }))))).toEqual([paragraph('a')]);
  });

  it('makes crafted texts sound', () => {
    expect(readRichText(fragmentWith(node('paragraph', words('a\0b'))))).toEqual([paragraph('ab')]);
  });
});
