import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import type { RichText } from '@/lib/domain/rich-text';
import { arbitraryRichText } from '@/tests/support/arbitrary-scenario';
import { createEntities } from './edits/create-entities';
import type { TextPiece } from './edits/rewrite-range';
import { applyToTarget, readTarget, type ProposalTarget } from './proposed-change';
import { writeRichText } from './rich-text';
import { cellsOf, labelOf, sectionOf } from './roots';
import { makeAgain } from './taken-back';
import { anchorAt, plainSection } from './text-anchors';

const section = (doc: Y.Doc): Y.XmlFragment => sectionOf(doc, 'description', 'en');
const textOf = (doc: Y.Doc): string => plainSection(section(doc)).text;
const item = { kind: 'section', section: 'description', language: 'en' } as const;

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
const paragraphs = (...texts: string[]): RichText => texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));

/** Makes the change in a copy, as the log has it then; `later` is typed after it. */
function changed(doc: Y.Doc, target: ProposalTarget, pieces: readonly TextPiece[], later: (doc: Y.Doc) => void = () => {}) {
  const before = readTarget(doc, target)!;
  const after = pieces.map(({ kind, text }) => (kind === 'deleted' ? '' : text)).join('');
  const editor = copyOf(doc);
  let update!: Uint8Array;
  editor.once('update', (made: Uint8Array) => (update = made));
  expect(applyToTarget(editor, target, before, after, pieces)).toBe(true);
  const state = Y.encodeStateVector(editor);
  const peer = copyOf(editor);
  later(peer);
  const change = makeAgain(doc, target, update, after);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer, state));
  return change;
}

function targetOn(doc: Y.Doc, quote: string): ProposalTarget {
  const from = textOf(doc).indexOf(quote);
  return { item, part: 'range', anchor: anchorAt(section(doc), { from, to: from + quote.length }) };
}
const lineIn = (doc: Y.Doc, index: number): Y.XmlText => (section(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText;

describe('a change that is taken back', () => {
  it('leaves everything as it was, with marks, paragraphs and lists', () => {
    fc.assert(
      fc.property(arbitraryRichText, fc.nat(1_000), fc.nat(1_000), fc.nat(10), fc.nat(10), fc.constantFrom('', 'new', 'one\ntwo', '\n', '\nlast'), (wording, a, b, head, tail, words) => {
        const doc = new Y.Doc();
        writeRichText(section(doc), wording);
        const points = [...textOf(doc)];
        const [start, end] = [Math.min(a, b), Math.max(a, b)].map((place) => points.slice(0, Math.floor((place / 1_000) * points.length)).join('').length) as [number, number];
        const anchor = anchorAt(section(doc), { from: start, to: end });
        fc.pre(anchor !== null);
        const target: ProposalTarget = { item, part: 'range', anchor };
        const quote = [...anchor!.quote];
        const kept = Math.min(head, quote.length);
        const rest = Math.max(kept, quote.length - tail);
        const pieces = ([['same', quote.slice(0, kept).join('')], ['deleted', quote.slice(kept, rest).join('')], ['inserted', words], ['same', quote.slice(rest).join('')]] as const).map(([kind, text]): TextPiece => ({ kind, text })).filter(({ text }) => text);
        fc.pre(quote.slice(kept, rest).join('') !== words); // nobody can propose what stands there already
        const before = JSON.stringify(section(doc).toJSON());

        const change = changed(doc, target, pieces);
        expect(change.stands()).toBe(true);
        change.takeBack();
        expect(JSON.stringify(section(doc).toJSON())).toBe(before);
        expect(readTarget(doc, target)).toBe(anchor!.quote);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what others have typed around it since', () => {
    const doc = new Y.Doc();
    writeRichText(section(doc), paragraphs('First words.', 'Second words.', 'Third.'));
    const pieces: TextPiece[] = [{ kind: 'deleted', text: 'words' }, { kind: 'inserted', text: 'ones' }, { kind: 'same', text: '.\nSecond' }];
    const change = changed(doc, targetOn(doc, 'words.\nSecond'), pieces, (peer) => {
      lineIn(peer, 0).insert(5, ' of all');
      lineIn(peer, 1).insert(6, ' and more');
    });
    expect(change.stands()).toBe(true);
    change.takeBack();
    expect(textOf(doc)).toBe('First of all words.\nSecond and more words.\nThird.');
  });

  it.each([
    ['is typed in', (peer: Y.Doc) => lineIn(peer, 0).insert(10, '…')],
    ['is in part deleted', (peer: Y.Doc) => lineIn(peer, 0).delete(7, 2)],
    ['is split', (peer: Y.Doc) => section(peer).insert(1, [new Y.XmlElement('paragraph')])],
    // of the shorter paragraph even what stands around the range was written anew: what is typed there would be misplaced
    ['is typed before, where paragraphs were joined', (peer: Y.Doc) => lineIn(peer, 0).insert(2, '…')],
  ])('does not stand any more once it %s', (_what, later) => {
    const doc = new Y.Doc();
    writeRichText(section(doc), paragraphs('First words.', 'Second words.', 'Third.'));
    const joins = _what.includes('joined');
    const pieces: TextPiece[] = joins
      ? [{ kind: 'same', text: 'words.' }, { kind: 'deleted', text: '\n' }, { kind: 'inserted', text: ' ' }, { kind: 'same', text: 'Second' }]
      : [{ kind: 'deleted', text: 'words' }, { kind: 'inserted', text: 'ones here' }, { kind: 'same', text: '.\nSecond' }];
    const change = changed(doc, targetOn(doc, 'words.\nSecond'), pieces, later);
    expect(change.stands()).toBe(false);
  });

  it('is found where it left no word: between its neighbours', () => {
    for (const typed of [false, true]) {
      const doc = new Y.Doc();
      writeRichText(section(doc), paragraphs('The big machine.'));
      const change = changed(doc, targetOn(doc, 'big'), [{ kind: 'deleted', text: 'big' }], (peer) => lineIn(peer, 0).insert(typed ? 4 : 0, 'See: '));
      expect(change.stands()).toBe(!typed);
    }
  });

  it('may be of a label or a judgement', () => {
    const doc = new Y.Doc();
    const { roles, enterprises } = createEntities(doc, { roles: [{ label: { en: 'Supplier' }, phases: { before: {} } }], enterprises: [{ name: { en: 'Acme' }, colour: 0 }] });
    const label = changed(doc, { item: { kind: 'role', id: roles[0]! }, part: 'label:en', anchor: null }, [{ kind: 'deleted', text: 'Supplier' }, { kind: 'inserted', text: 'Maker' }]);
    const onCell: ProposalTarget = { item: { kind: 'cell', enterprise: enterprises[0]!, dimension: 'who' }, part: 'change', anchor: null };
    const cell = changed(doc, onCell, [{ kind: 'inserted', text: 'significant' }]);
    expect([label.stands(), cell.stands()]).toEqual([true, true]);
    label.takeBack();
    cell.takeBack();
    expect(labelOf(doc, 'roles', roles[0]!, 'en')!.toString()).toBe('Supplier');
    expect(cellsOf(doc).size).toBe(0);
    expect(readTarget(doc, onCell)).toBe('');
  });
});
