import { neverDeclaredRight } from './counterparts';
import { expect, it } from 'vitest';
import { includesRight } from './delegations';
import { isLanguage, textIn } from './languages';
import { measureScenario } from './measure-scenario';
import { isPhase } from './phases';
import { emptyCell, type Scenario } from './scenario';
import { isSoundText, soundInPlace, soundText } from './text';

it('finds a text in another language where the one asked for lacks it', () => {
  expect(textIn({ en: 'a', de: 'b', zh: 'c' }, 'de')).toBe('b');
  expect(textIn({ en: 'a', de: ' ', zh: 'c' }, 'de')).toBe('a');
  expect(textIn({ en: '', de: '', zh: 'c' }, 'de')).toBe('c');
  expect(textIn({ en: '', de: 'b', zh: '' }, 'zh')).toBe('b');
  expect(textIn({ en: '', de: '', zh: '' }, 'en')).toBe('');
});

it('knows its languages and phases', () => {
  expect(['en', 'de', 'zh', 'fr', '', null, 'constructor'].filter(isLanguage)).toEqual(['en', 'de', 'zh']);
  expect(['before', 'after', 'later', undefined].filter(isPhase)).toEqual(['before', 'after']);
});

it('lets each right include the lesser ones', () => {
  expect(includesRight('facilitator', 'viewer')).toBe(true);
  expect(includesRight('commenter', 'commenter')).toBe(true);
  expect(includesRight('commenter', 'editor')).toBe(false);
  expect(includesRight(null, 'viewer')).toBe(false);
});

it('makes texts sound', () => {
  for (const sound of ['', 'a', '🏗️', '\u0007', 'e\u0301']) {
    expect(isSoundText(sound)).toBe(true);
    expect(soundText(sound)).toBe(sound);
  }
  expect(soundText('a\0b\ud800c')).toBe('ab\ufffdc');
  expect(isSoundText(soundText('\udc00\0'))).toBe(true);
  expect(soundInPlace('a\0b\ud800c')).toBe('a\ufffdb\ufffdc');
});

it('counts every text of a scenario', () => {
  const en = (text: string) => ({ en: text, de: '', zh: '' });
  const cell = emptyCell;
  const none = { en: [], de: [], zh: [] };
  const scenario: Scenario = {
    schemaVersion: 1,
    title: en('1'),
    origin: null,
    bestPractice: null,
    roles: [{ id: 'r', label: en('22'), phases: {} }],
    relations: [{ id: 'x', label: en('333'), kind: null, source: 'r', target: 'r', phases: [] }],
    enterprises: [{ id: 'e', name: en('4444'), colour: 0, newInFuture: false, claim: null, claimReason: '' }],
    notes: [{ id: 'n', text: '55555', phase: 'after', box: null }],
    reasons: [{ id: 'own', label: { en: '7', de: '', zh: '' } }],
    assessment: { e: { who: { ...emptyCell, rationale: '666666', before: '8', after: '9', evidence: [{ kind: 'text', section: 'description', language: 'en', quote: '10', rightFor: null, says: null }] }, what: cell, how: cell, value: cell } },
    sections: {
      description: { ...none, zh: [{ type: 'paragraph', content: [{ type: 'text', text: '7777777' }] }] },
      'value-proposition': none,
      'revenue-mechanism': none,
      'business-model-innovation': none,
    },
    leadingLanguage: 'en',
    rightFor: neverDeclaredRight,
  };
  expect(measureScenario(scenario)).toEqual({ roles: 1, relations: 1, enterprises: 1, notes: 1, reasons: 1, evidenceOfCell: 1, reasonsOfCell: 0, characters: 33 });
});
