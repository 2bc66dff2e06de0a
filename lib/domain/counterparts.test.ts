import { describe, expect, test } from 'vitest';
import { carriedOver, counterpartState, neverDeclaredRight, rightForNow, type Wording } from './counterparts';
import type { Language } from './languages';
import type { RichText } from './rich-text';

const written = (...texts: string[]): RichText => texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
const none = { en: [], de: [], zh: [] };
/** A scenario with one section's texts, as far as its wording goes. */
const worded = (description: Partial<Record<Language, RichText>>, rightFor: Partial<Wording['rightFor']['description']> = {}, leadingLanguage: Language = 'en'): Wording => ({
  leadingLanguage,
  sections: { 'description': { ...none, ...description }, 'value-proposition': none, 'revenue-mechanism': none, 'business-model-innovation': none },
  rightFor: { ...neverDeclaredRight, description: { ...neverDeclaredRight.description, ...rightFor } },
});
const english = (...paragraphs: string[]) => ({ language: 'en' as const, paragraphs });

describe('a counterpart', () => {
  const both = { en: written('One.', 'Two.'), de: written('Eins.', 'Zwei.') };
  test.each([
    ['is none in the language that leads', both, {}, 'en', null],
    ['is missing while it has no words', { en: both.en, de: written(' ') }, {}, 'de', 'missing'],
    ['is unconfirmed until somebody says that it is right', both, {}, 'de', 'unconfirmed'],
    ['is right for the words it was declared right for', both, { de: english('One.', 'Two.') }, 'de', 'right'],
    ['is out of date once they are others', both, { de: english('One.', 'Two and a half.') }, 'de', 'out-of-date'],
    ['is out of date when what led is gone', { de: both.de }, { de: english('One.') }, 'de', 'out-of-date'],
    ['has nothing to be wrong about where nothing leads', { de: both.de }, {}, 'de', 'right'],
    ['is unconfirmed when it was right for another language', both, { de: { language: 'zh', paragraphs: ['一。'] } }, 'de', 'unconfirmed'],
  ] as const)('%s', (_what, texts, rightFor, language, state) => {
    expect(counterpartState(worded(texts, rightFor), 'description', language)).toBe(state);
  });

  test('stays right under other formatting, links, empty paragraphs and lists', () => {
    const rightFor = { de: english('One two.', 'Three.') };
    const dressed: RichText = [
      { type: 'paragraph', content: [{ type: 'text', text: 'One ', bold: true }, { type: 'text', text: 'two.', link: 'https://example.org' }] },
      { type: 'paragraph', content: [] },
      { type: 'bullet-list', items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'Three. ' }] }]] },
    ];
    expect(counterpartState(worded({ en: dressed, de: both.de }, rightFor), 'description', 'de')).toBe('right');
  });

  test('is right when somebody says so now', () => {
    const wording = worded(both, { de: english('Old.') });
    expect(counterpartState({ ...wording, rightFor: { ...wording.rightFor, description: { ...wording.rightFor.description, de: rightForNow(wording, 'description') } } }, 'description', 'de')).toBe('right');
  });
});

describe('when another language leads', () => {
  const texts = { en: written('One.'), de: written('Eins.'), zh: written('一。') };
  const stated = (wording: Wording, language: Language) => carriedOver(wording, language).map(({ language: of, rightFor }) => [of, rightFor.paragraphs]);

  test('texts that were right for each other stay so', () => {
    expect(stated(worded(texts, { de: english('One.'), zh: english('One.') }), 'de')).toEqual([
      ['en', ['Eins.']],
      ['zh', ['Eins.']],
    ]);
  });

  test('nothing is said of texts of which nothing was known', () => {
    expect(stated(worded(texts, { de: english('One.') }), 'de')).toEqual([['en', ['Eins.']]]);
    expect(stated(worded(texts, { zh: english('One.') }), 'de')).toEqual([]);
    expect(stated(worded(texts, { de: english('One.') }), 'en')).toEqual([]);
  });
});
