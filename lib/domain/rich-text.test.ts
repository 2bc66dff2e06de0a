import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryWording } from '@/tests/support/arbitrary-scenario';
import { canonicalRichText, isAllowedLink, plainText, type RichText } from './rich-text';

const text = (value: string, marks: object = {}) => ({ type: 'text' as const, text: value, ...marks });

it('has one form for all texts that read the same', () => {
  const written: RichText = [
    { type: 'paragraph', content: [text('a'), text(''), text('b'), text('c', { bold: true }), text('d', { bold: true })] },
    { type: 'bullet-list', items: [[], [{ type: 'ordered-list', items: [[{ type: 'paragraph', content: [text('e\r\nf')] }]] }]] },
    { type: 'ordered-list', items: [] },
  ];
  expect(canonicalRichText(written)).toEqual([
    { type: 'paragraph', content: [text('ab'), text('cd', { bold: true })] },
    {
      type: 'bullet-list',
      items: [
        [
          { type: 'paragraph', content: [] },
          { type: 'ordered-list', items: [[{ type: 'paragraph', content: [text('e'), { type: 'break' }, text('f')] }]] },
        ],
      ],
    },
  ]);
});

it('has it once and for all, and loses no word', () => {
  fc.assert(
    fc.property(arbitraryWording, (wording) => {
      const canonical = canonicalRichText(wording);
      expect(canonicalRichText(canonical)).toEqual(canonical);
      expect(plainText(canonical).replace(/\s/g, '')).toBe(plainText(wording).replace(/\s/g, ''));
    }),
  );
});

it('says nothing with empty paragraphs', () => {
  expect(canonicalRichText([{ type: 'paragraph', content: [] }, { type: 'paragraph', content: [text('')] }])).toEqual([]);
});

it('reads as words, a line for each paragraph', () => {
  expect(
    plainText([
      { type: 'paragraph', content: [text('one'), { type: 'break' }, text('two')] },
      { type: 'bullet-list', items: [[{ type: 'paragraph', content: [text('three')] }], [{ type: 'paragraph', content: [text('four')] }]] },
    ]),
  ).toBe('one\ntwo\nthree\nfour');
});

it('leads to web pages and mailboxes only', () => {
  for (const good of ['https://example.org', 'HTTP://example.org', 'mailto:li@example.org']) expect(isAllowedLink(good)).toBe(true);
  for (const bad of ['javascript:alert(1)', ' https://example.org', 'data:text/html,x', '//example.org', '/path', '']) expect(isAllowedLink(bad)).toBe(false);
});
