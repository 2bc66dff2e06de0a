import { expect, it } from 'vitest';
import { hyphenated, softHyphen } from './hyphenate';
import { plainText } from './print-document';

it('divides German compounds where they are joined, and leaves other languages and addresses whole', () => {
  const divided = (text: string): string => hyphenated(plainText(text), 'de')[0]!.text.replaceAll(softHyphen, '|');
  expect(divided('Fertigungsunternehmen')).toBe('Fer|ti|gungs|unter|neh|men');
  expect(divided('https://example.org/unternehmen')).toBe('https://example.org/unternehmen');
  expect(hyphenated([{ text: 'manufacturing', language: 'en' }], 'de')[0]!.text).toBe('manufacturing');
});
