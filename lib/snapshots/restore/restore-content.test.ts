import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '@/lib/document/create-document';
import { createEntities } from '@/lib/document/edits/create-entities';
import { deleteEntities } from '@/lib/document/edits/edit-entities';
import { projectScenario } from '@/lib/document/project-scenario';
import { labelOf, sectionOf } from '@/lib/document/roots';
import type { RichText } from '@/lib/domain/rich-text';
import { skeleton } from '@/lib/scenarios/skeleton';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { restoreContent } from './restore-content';

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const paragraphs = (...texts: string[]): RichText => texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
const documentWith = (description: RichText): Y.Doc => {
  const empty = skeleton({ title: 'A scenario', language: 'en' });
  return createDocument({ ...empty, sections: { ...empty.sections, description: { en: description, de: [], zh: [] } } });
};
const englishOf = (doc: Y.Doc): RichText => projectScenario(doc).sections.description.en;

test('whatever a document says, it says afterwards exactly what the other one does, and restoring again changes nothing', () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitraryScenario, (a, b) => {
      const doc = createDocument(a);
      const wanted = createDocument(b);
      restoreContent(doc, wanted);
      expect(projectScenario(doc)).toEqual(projectScenario(wanted));
      const before = Y.encodeStateVector(doc);
      restoreContent(doc, wanted);
      expect(Y.encodeStateVector(doc)).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test('an earlier state of a document comes back after all kinds of edits, and so does the later one', () => {
  fc.assert(
    fc.property(arbitraryScenario, arbitraryScenario, arbitraryScenario, (a, b, c) => {
      const doc = createDocument(a);
      restoreContent(doc, createDocument(b));
      const earlier = copyOf(doc);
      restoreContent(doc, createDocument(c));
      const later = copyOf(doc);
      restoreContent(doc, earlier);
      expect(projectScenario(doc)).toEqual(projectScenario(earlier));
      restoreContent(doc, later);
      expect(projectScenario(doc)).toEqual(projectScenario(later));
    }),
    { numRuns: 60 },
  );
});

test('one word that differs is one small edit, and a caret beside it stays where it was', () => {
  const wanted = documentWith(paragraphs('The supplier delivers the machine.', 'The operator pays.'));
  const doc = copyOf(wanted);
  restoreContent(doc, documentWith(paragraphs('The supplier leases the machine.', 'The operator pays.')));
  const paragraph = sectionOf(doc, 'description', 'en').get(0) as Y.XmlElement;
  const caret = Y.createRelativePositionFromTypeIndex(paragraph.get(0) as Y.XmlText, 'The supplier leases the'.length);
  let written = 0;
  doc.on('update', (update: Uint8Array) => (written += update.length));
  restoreContent(doc, wanted);
  expect(englishOf(doc)).toEqual(englishOf(wanted));
  expect(written).toBeLessThan(100);
  expect(Y.createAbsolutePositionFromRelativePosition(caret, doc)?.index).toBe('The supplier delivers the'.length);
});

test('a paragraph that was put in goes, and those around it are not touched', () => {
  const wanted = documentWith(paragraphs('One stays.', 'Two stays.'));
  const doc = copyOf(wanted);
  restoreContent(doc, documentWith(paragraphs('One stays.', 'Put in between.', 'Two stays.')));
  const [first, , last] = sectionOf(doc, 'description', 'en').toArray();
  restoreContent(doc, wanted);
  expect(sectionOf(doc, 'description', 'en').toArray()).toEqual([first, last]);
});

test('what a peer types meanwhile into what stays is kept, on both sides', () => {
  const wanted = documentWith(paragraphs('The supplier delivers the machine.'));
  const server = copyOf(wanted);
  restoreContent(server, documentWith(paragraphs('The supplier leases the machine.')));
  const peer = copyOf(server);
  const text = (sectionOf(peer, 'description', 'en').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(text.length - 1, ' daily');
  restoreContent(server, wanted);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(peer));
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(server));
  expect(englishOf(server)).toEqual(paragraphs('The supplier delivers the machine daily.'));
  expect(englishOf(peer)).toEqual(englishOf(server));
});

test('a deleted role comes back with what was written into it meanwhile taken back; a new one goes; unknown roots and keys stay', () => {
  const doc = createDocument(skeleton({ title: 'A scenario', language: 'en' }));
  const { roles } = createEntities(doc, { roles: [{ label: { en: 'Supplier' }, phases: { before: { box: [10, 20, 168, 72] } } }] });
  const wanted = copyOf(doc);
  labelOf(doc, 'roles', roles[0]!, 'en')!.insert(0, 'Former ');
  deleteEntities(doc, { roles });
  const added = createEntities(doc, { roles: [{ label: { en: 'Bank' }, phases: { after: {} } }] });
  doc.getMap('from-the-future').set('kept', true);
  doc.getMap<Y.Map<unknown>>('roles').get(roles[0]!)!.set('unknown', 'kept');
  restoreContent(doc, wanted);
  expect(projectScenario(doc)).toEqual(projectScenario(wanted));
  expect(doc.getMap('from-the-future').get('kept')).toBe(true);
  expect(doc.getMap<Y.Map<unknown>>('roles').get(roles[0]!)!.get('unknown')).toBe('kept');
  expect(labelOf(doc, 'roles', added.roles[0]!, 'en')!.toString()).toBe('Bank');
});

test('what only a crafted update can write is made readable again', () => {
  const wanted = createDocument(skeleton({ title: 'A scenario', language: 'en' }));
  const doc = copyOf(wanted);
  doc.getMap('meta').set('title:en', 7);
  doc.getMap('meta').set('origin', new Y.Map());
  sectionOf(doc, 'description', 'en').insert(0, [new Y.XmlText('loose'), new Y.XmlElement('marquee')]);
  restoreContent(doc, wanted);
  expect(projectScenario(doc)).toEqual(projectScenario(wanted));
});
