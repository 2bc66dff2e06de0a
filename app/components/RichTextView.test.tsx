import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Block } from '@/lib/domain/rich-text';
import { RichTextView } from './RichTextView';

const paragraph = (text: string): Block => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });
const concerned = (text: readonly Block[], marked: readonly number[]): (string | undefined)[] =>
  [...renderToStaticMarkup(<RichTextView text={text} concerned={marked} />).matchAll(/<p [^>]*class="concerned">([^<]*)</g)].map(([, words]) => words);

test('the paragraphs concerned are marked, in lists too; empty ones do not count', () => {
  const text: Block[] = [paragraph('a'), paragraph(''), { type: 'bullet-list', items: [[paragraph('b'), { type: 'ordered-list', items: [[paragraph('c')], [paragraph('d')]] }], [paragraph('e')]] }, paragraph('f')];
  for (const [index, word] of [...'abcdef'].entries()) expect(concerned(text, [index])).toEqual([word]);
});

test('a text of many thousand paragraphs is shown in a moment', () => {
  const many = Array.from({ length: 50_000 }, () => paragraph('a'));
  expect(concerned([...many, { type: 'bullet-list', items: many.map((each) => [each]) }], [99_999])).toEqual(['a']);
});
