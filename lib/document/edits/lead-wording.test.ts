import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createDocument } from '@/lib/document/create-document';
import { projectScenario } from '@/lib/document/project-scenario';
import { rightForKey, rightForOf, sectionOf } from '@/lib/document/roots';
import { createScenarioUndo } from '@/lib/document/undo';
import { counterpartState, rightForNow } from '@/lib/domain/counterparts';
import type { Language } from '@/lib/domain/languages';
import { importScenario } from '@/lib/exchange/import-scenario';
import { declareRight, setLeadingLanguage } from './lead-wording';

const paragraph = (text: string) => [{ type: 'paragraph', content: [{ type: 'text', text }] }];
/** A document of which the three texts were handed in together. */
const handedIn = (): Y.Doc =>
  createDocument(importScenario({ format: 'accord-scenario', version: 2, scenario: { title: {}, sections: { description: { en: paragraph('One.'), de: paragraph('Eins.'), zh: paragraph('一。') } } } }));
const stateOf = (doc: Y.Doc, language: Language) => counterpartState(projectScenario(doc), 'description', language);
const reword = (doc: Y.Doc, language: Language): void => {
  const first = sectionOf(doc, 'description', language).get(0) as Y.XmlElement;
  (first.get(0) as Y.XmlText).insert(0, 'Re');
};

test('a declaration holds until the leading text changes, and is one step to undo', () => {
  const doc = handedIn();
  const undo = createScenarioUndo(doc);
  expect([stateOf(doc, 'de'), stateOf(doc, 'zh')]).toEqual(['right', 'right']);
  reword(doc, 'en');
  expect([stateOf(doc, 'de'), stateOf(doc, 'zh')]).toEqual(['out-of-date', 'out-of-date']);
  declareRight(doc, 'description', 'de', rightForNow(projectScenario(doc), 'description'));
  expect([stateOf(doc, 'de'), stateOf(doc, 'zh')]).toEqual(['right', 'out-of-date']);
  expect(undo.undo()).toBe('done');
  expect(stateOf(doc, 'de')).toBe('out-of-date');
  expect(undo.redo()).toBe('done');
  expect(stateOf(doc, 'de')).toBe('right');
  undo.destroy();
});

test('rewording a counterpart says nothing of its being right', () => {
  const doc = handedIn();
  reword(doc, 'en');
  reword(doc, 'de');
  expect(stateOf(doc, 'de')).toBe('out-of-date');
});

test('another leading language is one step to undo; texts that agreed go on to agree', () => {
  const doc = handedIn();
  const undo = createScenarioUndo(doc);
  setLeadingLanguage(doc, projectScenario(doc), 'zh');
  expect([stateOf(doc, 'en'), stateOf(doc, 'de'), stateOf(doc, 'zh')]).toEqual(['right', 'right', null]);
  reword(doc, 'zh');
  expect([stateOf(doc, 'en'), stateOf(doc, 'de')]).toEqual(['out-of-date', 'out-of-date']);
  expect(undo.undo()).toBe('done');
  expect([stateOf(doc, 'en'), stateOf(doc, 'de')]).toEqual([null, 'right']);
  undo.destroy();
});

test.each([['a string', 'en'], ['no paragraphs', { language: 'en' }], ['an unknown language', { language: 'fr', paragraphs: [] }], ['numbers', { language: 'en', paragraphs: [1] }], ['null', null]])(
  'a record of an unknown shape (%s) is read as none and stays',
  (_what, value) => {
    const doc = handedIn();
    rightForOf(doc).set(rightForKey('description', 'de'), value);
    expect(projectScenario(doc).rightFor.description.de).toBeNull();
    expect(stateOf(doc, 'de')).toBe('unconfirmed');
    expect(rightForOf(doc).get(rightForKey('description', 'de'))).toEqual(value);
  },
);
