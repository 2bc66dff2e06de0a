import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { placeInSection } from './place-in-section';
import { writeRichText } from './rich-text';
import { sectionOf } from './roots';
import { anchorAt, letterRange, plainSection, resolveAnchor, type TextAnchor } from './text-anchors';

const words = ['The supplier operates the machine.', 'It is paid by use, 按使用量收费。', 'Nobody owns it.'];

function documentWith(paragraphs: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  writeRichText(
    sectionOf(doc, 'description', 'en'),
    paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  );
  return doc;
}
const section = (doc: Y.Doc): Y.XmlFragment => sectionOf(doc, 'description', 'en');
const lineOf = (doc: Y.Doc, index: number): Y.XmlText => (section(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText;
const textOf = (doc: Y.Doc): string => plainSection(section(doc)).text;

function anchorOn(doc: Y.Doc, quote: string): TextAnchor {
  const from = textOf(doc).indexOf(quote);
  return anchorAt(section(doc), { from, to: from + quote.length })!;
}
function standsAt(doc: Y.Doc, anchor: TextAnchor): string | null {
  const range = resolveAnchor(section(doc), anchor);
  return range && textOf(doc).slice(range.from, range.to);
}
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
function exchange(a: Y.Doc, b: Y.Doc): void {
  const [ofA, ofB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, ofB);
  Y.applyUpdate(b, ofA);
}

describe('a section as plain text', () => {
  it('has a line for each paragraph, item and line break, in reading order', () => {
    const doc = new Y.Doc();
    writeRichText(section(doc), [
      { type: 'paragraph', content: [{ type: 'text', text: 'a', bold: true }, { type: 'text', text: 'b' }, { type: 'break' }, { type: 'text', text: 'c' }] },
      { type: 'bullet-list', items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'd' }] }, { type: 'ordered-list', items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'e' }] }]] }]] },
      { type: 'paragraph', content: [] },
      { type: 'paragraph', content: [{ type: 'text', text: 'f' }] },
    ]);
    expect(textOf(doc)).toBe('ab\nc\nd\ne\n\nf');
    expect(textOf(new Y.Doc())).toBe('');
  });
});

describe('an anchor', () => {
  it('is of the words, without the white space around them; of nothing there is none', () => {
    const doc = documentWith(words);
    const text = textOf(doc);
    expect(anchorAt(section(doc), { from: 3, to: 22 })?.quote).toBe('supplier operates');
    expect(anchorAt(section(doc), { from: 0, to: text.length })?.quote).toBe(text);
    for (const range of [{ from: 3, to: 4 }, { from: 5, to: 5 }, { from: 9, to: 2 }]) expect(anchorAt(section(doc), range)).toBeNull();
    expect(anchorAt(section(documentWith(['x'.repeat(6_000)])), { from: 0, to: 6_000 })).toBeNull();
  });

  it('survives that its paragraph is split, joined and written anew, as editors do', () => {
    const doc = documentWith(words);
    const anchor = anchorOn(doc, 'operates the machine');
    doc.transact(() => {
      lineOf(doc, 0).delete(4, words[0]!.length - 4);
      const tail = new Y.XmlElement('paragraph');
      tail.insert(0, [new Y.XmlText(words[0]!.slice(4))]);
      section(doc).insert(1, [tail]);
    });
    expect(standsAt(doc, anchor)).toBe('operates the machine');
    doc.transact(() => {
      section(doc).delete(0, 2);
      const whole = new Y.XmlElement('paragraph');
      whole.insert(0, [new Y.XmlText(words[0]!)]);
      section(doc).insert(0, [whole]);
    });
    expect(standsAt(doc, anchor)).toBe('operates the machine');
  });

  it('finds its quote across a new line, beside where it stood, and not the same words elsewhere', () => {
    const far = 'quite some other words of which there are many';
    const doc = documentWith(['paid by use', far, 'and paid by use, too', far, 'paid by use']);
    const from = textOf(doc).indexOf('paid', 5);
    const anchor = anchorAt(section(doc), { from, to: from + 11 })!;
    doc.transact(() => {
      lineOf(doc, 2).delete(11, 9);
      const tail = new Y.XmlElement('paragraph');
      tail.insert(0, [new Y.XmlText(' use, too')]);
      section(doc).insert(3, [tail]);
    });
    expect(resolveAnchor(section(doc), anchor)).toEqual({ from, to: from + 12 });
    lineOf(doc, 2).delete(0, 11);
    lineOf(doc, 3).delete(0, 9);
    expect(standsAt(doc, anchor)).toBeNull();
  });

  it('of a paragraph that is gone goes where its words went, unless there are several such places', () => {
    for (const [left, expected] of [[['x', 'paid by use'], 'paid by use'], [['paid by use', 'paid by use'], null], [['x'], null]] as const) {
      const doc = documentWith(['x', 'paid by use']);
      const anchor = anchorOn(doc, 'paid by use');
      section(doc).delete(0, 2);
      writeRichText(section(doc), left.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })));
      expect(standsAt(doc, anchor)).toBe(expected);
    }
  });

  it('is gone when its words are; undoing brings it back', () => {
    const doc = documentWith(words);
    const anchor = anchorOn(doc, 'operates');
    const undo = new Y.UndoManager(section(doc));
    lineOf(doc, 0).delete(words[0]!.indexOf('operates'), 8);
    expect(standsAt(doc, anchor)).toBeNull();
    undo.undo();
    expect(standsAt(doc, anchor)).toBe('operates');
    section(doc).delete(0, section(doc).length);
    expect(standsAt(doc, anchor)).toBeNull();
  });

  it('belongs to its section and document; what is none is none', () => {
    const doc = documentWith(words);
    const anchor = anchorOn(doc, 'operates');
    const before = [...doc.share.keys()];
    const elsewhere = Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(doc.getText('cell:x:who:rationale'), 0))).toString('base64');
    doc.share.delete('cell:x:who:rationale');
    for (const start of ['', 'AAAA', '!', anchor.quote, elsewhere, 'A'.repeat(10_000)]) expect(letterRange(section(doc), { ...anchor, start })).toBeNull();
    expect([...doc.share.keys()]).toEqual(before);
    expect(letterRange(sectionOf(doc, 'description', 'zh'), anchor)).toBeNull();
    expect(letterRange(section(documentWith(words)), anchor)).toBeNull();
  });

  it('stays with its words while both sides type and delete around them', () => {
    const place = fc.nat(200);
    const edit = fc.record({ side: fc.boolean(), line: fc.nat(2), at: place, remove: fc.nat(6), insert: fc.constantFrom('', 'x', ' and', '，以及', '\u{1F3ED}') });
    fc.assert(
      fc.property(fc.nat(2), place, fc.integer({ min: 1, max: 12 }), fc.array(fc.array(edit, { maxLength: 6 }), { maxLength: 5 }), (line, at, length, rounds) => {
        const here = documentWith(words);
        const there = copyOf(here);
        const offset = words.slice(0, line).join('\n').length + (line ? 1 : 0);
        const anchor = anchorAt(section(here), { from: offset + (at % words[line]!.length), to: Math.min(offset + (at % words[line]!.length) + length, offset + words[line]!.length) });
        fc.pre(anchor !== null);
        const letters = (doc: Y.Doc): string => {
          const range = letterRange(section(doc), anchor!);
          return range ? textOf(doc).slice(range.from, range.to) : '';
        };
        for (const round of rounds) {
          for (const { side, line: edited, at: position, remove, insert } of round) {
            const doc = side ? here : there;
            const text = lineOf(doc, edited);
            const range = letterRange(section(doc), anchor!)!;
            const start = plainSection(section(doc)).pieces.find(({ node }) => node === text)!.at;
            const [from, to] = [range.from - start, range.to - start];
            const index = position % (text.length + 1);
            // Around the words only: an edit never touches a letter of theirs, nor falls between two.
            const mine = edited === line;
            const removed = Math.min(remove, (mine && index <= from ? Math.min(from, text.length) : text.length) - index);
            if (mine && index > from && index < to) continue;
            if (removed > 0) text.delete(index, removed);
            if (insert) text.insert(index, insert);
          }
          exchange(here, there);
          expect(textOf(there)).toBe(textOf(here));
          expect(letters(here)).toBe(anchor!.quote);
          expect(standsAt(there, anchor!)).toBe(anchor!.quote);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('takes in what both sides type between its words, and keeps what is left of them', () => {
    const edit = fc.record({ side: fc.boolean(), at: fc.nat(100), remove: fc.nat(4), insert: fc.constantFrom('', 'y', ' newly ', '新') });
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 5 }), { minLength: 1, maxLength: 4 }), (rounds) => {
        const here = documentWith(words);
        const there = copyOf(here);
        const anchor = anchorOn(here, 'operates the machine');
        for (const round of rounds) {
          for (const { side, at, remove, insert } of round) {
            const doc = side ? here : there;
            const range = letterRange(section(doc), anchor)!;
            if (range.to - range.from < 3) continue;
            // Its first and last letter stay, so that what stands between the neighbours is exactly what it must hold.
            const index = range.from + 1 + (at % (range.to - range.from - 1));
            const removed = Math.min(remove, range.to - 1 - index);
            if (removed > 0) lineOf(doc, 0).delete(index, removed);
            if (insert) lineOf(doc, 0).insert(index, insert);
          }
          exchange(here, there);
          const inside = /^The supplier (.*)\.$/.exec(textOf(here).split('\n')[0]!)![1];
          for (const doc of [here, there]) {
            const range = letterRange(section(doc), anchor)!;
            expect(textOf(doc).slice(range.from, range.to)).toBe(inside);
            expect(resolveAnchor(section(doc), anchor)).not.toBeNull();
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('looks up a thousand passages of a long text that has changed under all of them, before anybody gives up waiting', () => {
  const sentences = Array.from({ length: 1_500 }, (_, index) => `Sentence ${index} of the sixty letters that a sentence has here.`);
  const doc = documentWith(sentences);
  const plain = plainSection(section(doc));
  const first = anchorOn(doc, sentences[0]!);
  const anchors = Array.from({ length: 1_000 }, (_, index) => ({ ...first, quote: `Sentence ${index} of` }));
  const found = anchors.map((anchor) => resolveAnchor(section(doc), anchor, plain)!);
  expect(found.every((range) => range.to > range.from)).toBe(true);

  const same = documentWith(['a'.repeat(90_000)]);
  const all = { ...anchorOn(same, 'a'.repeat(5_000)), start: '', end: '' };
  const one = plainSection(section(same));
  for (const quote of [`${'a'.repeat(4_999)}b`, `b${'a'.repeat(4_999)}`, 'a'.repeat(5_000)])
    for (let times = 0; times < 100; times++) expect(resolveAnchor(section(same), { ...all, quote }, one)).toBeNull();
});

it('looks up thousands of places in a text of which each letter was typed on its own without walking through it for each', () => {
  const doc = documentWith(['end']);
  doc.transact(() => {
    for (let count = 0; count < 60_000; count++) lineOf(doc, 0).insert(0, 'abcdefg'[count % 7]!);
  });
  const plain = plainSection(section(doc));
  const anchor = anchorAt(section(doc), { from: 60_000, to: 60_003 }, plain)!;
  const { user: before } = process.cpuUsage();
  for (let count = 0; count < 4_000; count++) if (resolveAnchor(section(doc), anchor, plain)?.from !== 60_000) throw new Error('found elsewhere');
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(2_000);
});

it('finds a place where Yjs itself finds it: among letters deleted, brought back and marked, between line breaks', () => {
  const step = fc.record({ at: fc.nat(40), remove: fc.nat(3), what: fc.constantFrom('x', '价值', 'bold', 'break', 'undo', 'gone') });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const doc = documentWith(['The first line.', 'The second, 按使用量收费.']);
      const undo = new Y.UndoManager(section(doc), { captureTimeout: 0 });
      const positions: Y.RelativePosition[] = [];
      for (const { at, remove, what } of steps) {
        const paragraph = section(doc).get(at % 2) as Y.XmlElement;
        const texts = paragraph.toArray().filter((child) => child instanceof Y.XmlText);
        const text = texts[at % texts.length]!;
        const index = at % (text.length + 1);
        for (const assoc of [0, -1]) positions.push(Y.createRelativePositionFromTypeIndex(text, index, assoc), Y.createRelativePositionFromTypeIndex(paragraph, at % (paragraph.length + 1), assoc));
        if (what === 'break') paragraph.insert(at % (paragraph.length + 1), [new Y.XmlElement('hardBreak'), new Y.XmlText('more')]);
        else if (what === 'undo') undo.undo();
        else if (what === 'bold') text.format(0, index, { bold: true });
        else if (what === 'gone') text.delete(index, Math.min(remove, text.length - index));
        else text.insert(index, what);
      }
      const plain = plainSection(section(doc));
      for (const position of positions) expect(placeInSection(doc, position, plain)).toBe(placeByYjs(doc, position));
    }),
    { numRuns: 200 },
  );
});

/** Where a position stands, counted from the beginning of its paragraph. */
function placeByYjs(doc: Y.Doc, position: Y.RelativePosition): number | null {
  const place = Y.createAbsolutePositionFromRelativePosition(position, doc);
  const { pieces, lines } = plainSection(section(doc));
  const piece = pieces.find(({ node }) => node === place?.type);
  if (piece) return piece.at + Math.min(place!.index, piece.length);
  const line = lines.find(({ node }) => node === place?.type);
  if (!line) return null;
  const children = (line.node as Y.XmlElement).toArray().slice(0, place!.index) as unknown[];
  return children.reduce<number>((at, child) => at + (child instanceof Y.XmlText ? child.length : 1), line.at);
}

it('takes of words that stand in several places those nearest to where they stood, the earlier ones of two as near', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ab', 'b', 'a', 'ba'), { minLength: 1, maxLength: 12 }), fc.constantFrom('ab', 'aba', 'b', 'a\nb'), fc.nat(40), (lines, quote, place) => {
      const doc = documentWith(lines);
      const text = textOf(doc);
      const near = Math.min(place, text.length - 1);
      const anchor = anchorAt(section(doc), { from: near, to: near + 1 });
      if (!anchor) return;
      const range = resolveAnchor(section(doc), { ...anchor, quote });
      if (text.slice(near, near + 1) === quote || !range) return;
      const squeezed = [...text].flatMap((letter, index) => (letter === '\n' ? [] : [index]));
      const wanted = quote.replace('\n', '');
      const at = squeezed.flatMap((_, index) => (squeezed.slice(index, index + wanted.length).map((letter) => text[letter]).join('') === wanted ? [index] : []));
      const nearest = at.toSorted((a, b) => Math.abs(squeezed[a]! - near) - Math.abs(squeezed[b]! - near) || a - b)[0];
      const expected = nearest === undefined ? null : { from: squeezed[nearest]!, to: squeezed[nearest + wanted.length - 1]! + 1 };
      // else what is left of the anchored letter itself
      expect([expected, { from: near, to: near + 1 }]).toContainEqual(range);
    }),
  );
});
