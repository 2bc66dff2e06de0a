import { expect, test } from 'vitest';
import { neverDeclaredRight, type Wording } from '@/lib/domain/counterparts';
import type { RichText } from '@/lib/domain/rich-text';
import { counterpartOf } from './counterpart';

const written = (texts: readonly string[]): RichText => texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
const none = { en: [], de: [], zh: [] };
const worded = (was: readonly string[], leading: readonly string[], own: readonly string[]): Wording => ({
  leadingLanguage: 'en',
  sections: { 'description': { ...none, en: written(leading), de: written(own) }, 'value-proposition': none, 'revenue-mechanism': none, 'business-model-innovation': none },
  rightFor: { ...neverDeclaredRight, description: { ...neverDeclaredRight.description, de: { language: 'en', paragraphs: was } } },
});

test.each([
  ['of which the leading one was reworded', ['A a.', 'B b.', 'C c.'], ['A a.', 'B b now.', 'C c.'], ['1', '2', '3'], [1]],
  ['before a new one', ['A a.', 'B b.'], ['A a.', 'New here.', 'B b.'], ['1', '2'], [0]],
  ['that renders the new one already', ['A a.', 'B b.'], ['A a.', 'New here.', 'B b.'], ['1', 'neu', '2'], [1]],
  ['whose leading one was taken out', ['A a.', 'B b.'], ['A a.'], ['1', '2'], [1]],
  ['that cannot be told', ['A a.', 'B b.'], ['A a.', 'B b now.'], ['1', '2', '3', '4'], []],
] as const)('marks the paragraph %s', (_what, was, leading, own, concerned) => {
  expect(counterpartOf(worded(was, leading, own), 'description', 'de')).toMatchObject({ state: 'out-of-date', concerned });
});

test('has nothing to mark in a text that is right, and is none in the leading language', () => {
  const wording = worded(['A a.'], ['A a.'], ['1']);
  expect(counterpartOf(wording, 'description', 'de')).toEqual({ state: 'right', changes: [], concerned: [] });
  expect(counterpartOf(wording, 'description', 'en')).toBeNull();
});
