import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import type { Block, RichText } from '@/lib/domain/rich-text';
import { arbitraryRichText } from '@/tests/support/arbitrary-scenario';
import { readRichText, writeRichText } from '../rich-text';
import { sectionOf } from '../roots';
import { anchorAt, plainSection, resolveAnchor } from '../text-anchors';
import { contentOf, type Marks } from './paragraphs';
import { rewriteRange, type TextPiece } from './rewrite-range';

const section = (doc: Y.Doc): Y.XmlFragment => sectionOf(doc, 'description', 'en');
function documentWith(text: RichText): Y.Doc {
  const doc = new Y.Doc();
  writeRichText(section(doc), text);
  return doc;
}
const textOf = (doc: Y.Doc): string => plainSection(section(doc)).text;
/** The marks of each letter; of the end of a paragraph none. */
const marksIn = (doc: Y.Doc): (Marks | null)[] => plainSection(section(doc)).lines.flatMap(({ node }, index) => [...(index > 0 ? [null] : []), ...contentOf(node as Y.XmlElement).map(({ attributes }) => attributes)]);

const paragraph = (...runs: (string | { readonly text: string; readonly bold?: true; readonly link?: string })[]): Block => ({
  type: 'paragraph',
  content: runs.map((run) => (typeof run === 'string' ? { type: 'text', text: run } : { type: 'text', ...run })),
});
const same = (text: string): TextPiece => ({ kind: 'same', text });
const deleted = (text: string): TextPiece => ({ kind: 'deleted', text });
const inserted = (text: string): TextPiece => ({ kind: 'inserted', text });

function rewrite(doc: Y.Doc, from: number, pieces: readonly TextPiece[]): void {
  const before = pieces.map(({ kind, text }) => (kind === 'inserted' ? '' : text)).join('');
  expect(textOf(doc).slice(from, from + before.length)).toBe(before);
  doc.transact(() => rewriteRange(section(doc), { from, to: from + before.length }, pieces));
}

/** What becomes of a stretch: cut into pieces, each of which stays or goes, with new words and ends of paragraphs between. */
const fates = fc.array(
  fc.record({ length: fc.integer({ min: 1, max: 12 }), stays: fc.boolean(), then: fc.constantFrom('', '', 'new', '\n', 'one\ntwo', '\n\n', '你好') }),
  { minLength: 1, maxLength: 8 },
);
const places = fc.tuple(fc.nat(1_000), fc.nat(1_000)).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));

describe('a range', () => {
  it('joins paragraphs however long they are', () => {
    const long = 'word '.repeat(39_000);
    const doc = documentWith([paragraph('One.'), paragraph(long)]);
    rewrite(doc, 0, [same('One.'), deleted('\n'), same('word')]);
    expect(textOf(doc)).toBe(`One.${long}`);
  });

  it('reads as was said afterwards, whatever stood there; what stays keeps its marks, the rest of the section everything', () => {
    fc.assert(
      fc.property(arbitraryRichText, places, fates, (wording, [a, b], list) => {
        const doc = documentWith(wording);
        const text = textOf(doc);
        const points = [...text];
        const [start, end] = [Math.floor((a / 1_001) * points.length), Math.ceil((b / 1_000) * points.length)];
        const from = points.slice(0, start).join('').length;
        const pieces: TextPiece[] = [];
        let at = start;
        for (const { length, stays, then } of list) {
          const piece = points.slice(at, Math.min(end, at + length)).join('');
          at = Math.min(end, at + length);
          if (piece) pieces.push({ kind: stays ? 'same' : 'deleted', text: piece });
          if (then) pieces.push(inserted(then));
        }
        const rest = points.slice(at, end).join('');
        if (rest) pieces.push(same(rest));
        const marks = marksIn(doc);

        rewrite(doc, from, pieces);

        const wanted: (Marks | null | undefined)[] = marks.slice(0, from);
        let old = from;
        for (const { kind, text: piece } of pieces) {
          if (kind === 'inserted') wanted.push(...new Array<undefined>(piece.length));
          else {
            if (kind === 'same') wanted.push(...marks.slice(old, old + piece.length));
            old += piece.length;
          }
        }
        wanted.push(...marks.slice(old));
        const now = marksIn(doc);
        expect(now).toHaveLength(wanted.length);
        wanted.forEach((expected, index) => expected !== undefined && expect([index, now[index]]).toEqual([index, expected]));
        // nothing of it is such that the editor would drop or mend it
        expect(JSON.stringify(section(doc).toString())).not.toMatch(/<listitem><\/listitem>|<(?:bullet|ordered)list><\/|<listitem><(?:bullet|ordered)list>/);
        const fresh = documentWith(readRichText(section(doc)));
        if (readRichText(section(doc)).length > 0) expect(textOf(fresh)).toBe(textOf(doc));
      }),
      { numRuns: 400 },
    );
  });

  it('that gets a line break before a letter outside the basic plane leaves that letter whole, also on the way to others', () => {
    const withBreak = { type: 'paragraph', content: [{ type: 'text', text: 'b' }, { type: 'break' }, { type: 'text', text: 'c' }] };
    const doc = documentWith([withBreak as Block, paragraph('in ', { text: '𠮷野', link: 'https://example.org/' })]);
    rewrite(doc, 0, [same('b\nc'), deleted('\n'), same('in 𠮷野')]);
    const peer = new Y.Doc();
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
    for (const reader of [doc, peer]) expect(readRichText(section(reader))).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'b' }, { type: 'break' }, { type: 'text', text: 'cin ' }, { type: 'text', text: '𠮷野', link: 'https://example.org/' }] }]);
  });

  it('gets a paragraph more, loses one, and is made one of two; links and bold words stay', () => {
    const doc = documentWith([paragraph('The ', { text: 'supplier', bold: true }, ' pays.'), paragraph('It is ', { text: 'fair', link: 'https://example.org/' }, '.'), paragraph('Always.')]);
    rewrite(doc, 4, [same('supplier pays.'), inserted('\nEvery month.'), same('\nIt is fair.'), deleted('\n'), inserted(' '), same('Always')]);
    expect(readRichText(section(doc))).toEqual([
      paragraph('The ', { text: 'supplier', bold: true }, ' pays.'),
      paragraph('Every month.'),
      paragraph('It is ', { text: 'fair', link: 'https://example.org/' }, '. Always.'),
    ]);
  });

  it('of a list stays in its list: a new line is a new item, a line less an item less, an emptied list goes', () => {
    const list: Block = { type: 'ordered-list', items: [[paragraph('one')], [paragraph('two')], [paragraph('three')]] };
    const doc = documentWith([paragraph('head'), list, paragraph('foot')]);
    rewrite(doc, 5, [same('one\n'), inserted('one and a half\n'), deleted('two\n'), same('three')]);
    expect(readRichText(section(doc))[1]).toEqual({ type: 'ordered-list', items: [[paragraph('one')], [paragraph('one and a half')], [paragraph('three')]] });
    rewrite(doc, 0, [same('head'), deleted('\none\none and a half\nthree')]);
    expect(readRichText(section(doc))).toEqual([paragraph('head'), paragraph('foot')]);
  });

  it('that ends an item leaves the list within it standing, one level further out', () => {
    const doc = documentWith([{ type: 'bullet-list', items: [[paragraph('one')], [paragraph('two'), { type: 'bullet-list', items: [[paragraph('deep')], [paragraph('deeper')]] }]] }]);
    rewrite(doc, 0, [same('one'), deleted('\ntwo')]);
    expect(readRichText(section(doc))).toEqual([{ type: 'bullet-list', items: [[paragraph('one')], [paragraph('deep')], [paragraph('deeper')]] }]);
  });

  it('new words are marked as those in whose place they come, or as both their neighbours', () => {
    const doc = documentWith([paragraph('a ', { text: 'bold word', bold: true }, ' b')]);
    rewrite(doc, 0, [same('a bold '), inserted('new '), deleted('word'), inserted('term'), same(' '), inserted('plain '), same('b')]);
    expect(readRichText(section(doc))).toEqual([paragraph('a ', { text: 'bold new term', bold: true }, ' plain b')]);
  });

  it('leaves alone what others type meanwhile, in it and around it, and the anchors on words that stay', () => {
    const doc = documentWith([paragraph('First words here.'), paragraph('Second words there.'), paragraph('Third.')]);
    const peer = new Y.Doc();
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
    const anchor = anchorAt(section(doc), { from: 25, to: 36 })!; // words there
    rewrite(doc, 6, [same('words here.\n'), inserted('Between.\n'), deleted('Second'), inserted('Other'), same(' words there')]);
    const typeInto = (line: number, at: number, text: string): void => ((section(peer).get(line) as Y.XmlElement).get(0) as Y.XmlText).insert(at, text);
    typeInto(0, 0, 'The ');
    typeInto(1, 12, ' typed');
    typeInto(2, 5, ' line');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer));
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
    expect(textOf(doc)).toBe('The First words here.\nBetween.\nOther words typed there.\nThird line.');
    expect(textOf(peer)).toBe(textOf(doc));
    const range = resolveAnchor(section(peer), anchor)!;
    expect(textOf(peer).slice(range.from, range.to)).toBe('words typed there');
  });
});
