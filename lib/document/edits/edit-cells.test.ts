import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { evidenceState, relationContent, roleContent, type Evidence } from '@/lib/domain/evidence';
import { cellsOf, evidenceRightForOf, labelOf, rationaleOf, sectionOf } from '../roots';
import { createDocument } from '../create-document';
import { projectScenario } from '../project-scenario';
import { writeRichText } from '../rich-text';
import { plainSection } from '../text-anchors';
import { createScenarioUndo } from '../undo';
import { createEntities } from './create-entities';
import { deleteEntities, setRelationKind } from './edit-entities';
import { applyTextChange } from './edit-text';
import { confirmEvidence, linkItem, linkPassage, setReason, unlinkEvidence } from './edit-cells';

const cell = { enterprise: 'maker', dimension: 'value' } as const;
const sentence = 'The operator pays by use.';

/** A network of two roles, one relation, one enterprise, and two paragraphs. */
function network(): Y.Doc {
  const doc = createDocument(projectScenario(new Y.Doc()));
  createEntities(doc, { enterprises: [{ id: 'maker', name: { en: 'Maker' }, colour: 0 }], roles: ['supplier', 'operator'].map((id) => ({ id, label: { en: id }, phases: { after: {} } })) });
  createEntities(doc, { relations: [{ id: 'pays', label: { en: 'pays' }, source: 'operator', target: 'supplier', phases: ['after'] }] });
  writeRichText(sectionOf(doc, 'description', 'en'), ['The supplier delivers.', sentence].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })));
  return doc;
}
const cellIn = (doc: Y.Doc) => projectScenario(doc).assessment['maker']!.value;
const statesIn = (doc: Y.Doc): string[] => cellIn(doc).evidence.map((each) => evidenceState(projectScenario(doc), each));

function linkSentence(doc: Y.Doc, words = sentence): void {
  const from = plainSection(sectionOf(doc, 'description', 'en')).text.indexOf(words);
  linkPassage(doc, cell, 'description', 'en', { from, to: from + words.length });
}
function linkRelation(doc: Y.Doc): void {
  linkItem(doc, cell, { kind: 'relation', id: 'pays', rightFor: relationContent(projectScenario(doc).relations[0]!) });
}
/** What everybody sees of the evidence now, as a person says that it still holds. */
function confirmShown(doc: Y.Doc): void {
  const { relations } = projectScenario(doc);
  confirmEvidence(doc, cell, cellIn(doc).evidence.map((each): Evidence => (each.kind === 'text' ? { ...each, rightFor: each.says } : each.kind === 'relation' ? { ...each, rightFor: relationContent(relations[0]!) } : each)));
}
const lineOf = (doc: Y.Doc, index: number): Y.XmlText => (sectionOf(doc, 'description', 'en').get(index) as Y.XmlElement).get(0) as Y.XmlText;

describe('reasons of a cell', () => {
  it('are named and taken back, in one order whoever named them first', () => {
    const doc = network();
    createEntities(doc, { reasons: [{ id: 'own', label: { zh: '租赁' } }] });
    for (const reason of ['own', 'usage-based-payment', 'new-partner']) setReason(doc, cell, reason, true);
    expect(cellIn(doc).reasons).toEqual(['new-partner', 'usage-based-payment', 'own']);
    setReason(doc, cell, 'new-partner', false);
    deleteEntities(doc, { reasons: ['own'] });
    expect(cellIn(doc).reasons).toEqual(['usage-based-payment']);
  });

  it('are kept when two people name different ones at the same moment, and undone one by one', () => {
    const doc = network();
    const peer = new Y.Doc();
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
    const undo = createScenarioUndo(doc);
    setReason(doc, cell, 'new-partner', true);
    setReason(peer, cell, 'usage-based-payment', true);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer));
    expect(cellIn(doc).reasons).toEqual(['new-partner', 'usage-based-payment']);
    expect(undo.undo()).toBe('done');
    expect(cellIn(doc).reasons).toEqual(['usage-based-payment']);
  });

  it('of an enterprise that is not there are not written', () => {
    const doc = network();
    setReason(doc, { ...cell, enterprise: 'nobody' }, 'new-partner', true);
    expect([...cellsOf(doc).keys()]).toEqual([]);
  });
});

describe('evidence of a cell', () => {
  it('asks for a look again while it says something else, until it says the same or somebody confirms it', () => {
    const doc = network();
    linkRelation(doc);
    expect(statesIn(doc)).toEqual(['holds']);
    const label = labelOf(doc, 'relations', 'pays', 'de')!;
    label.insert(0, 'bezahlt');
    expect(statesIn(doc)).toEqual(['changed']);
    label.delete(0, label.length);
    expect(statesIn(doc)).toEqual(['holds']);
    setRelationKind(doc, 'pays', 'data');
    expect(statesIn(doc)).toEqual(['changed']);
    confirmShown(doc);
    expect(statesIn(doc)).toEqual(['holds']);
    setRelationKind(doc, 'pays', 'product');
    expect(statesIn(doc)).toEqual(['changed']);
  });

  it('that is a passage follows its words, whatever stands around them, and in whichever paragraphs', () => {
    const doc = network();
    linkSentence(doc);
    applyTextChange(lineOf(doc, 0), { at: 0, remove: 0, insert: 'At first: ' });
    applyTextChange(lineOf(doc, 1), { at: 0, remove: 0, insert: 'Later on. ' });
    expect(statesIn(doc)).toEqual(['holds']);
    const at = lineOf(doc, 1).toJSON().indexOf('use');
    applyTextChange(lineOf(doc, 1), { at, remove: 3, insert: 'availability' });
    expect(statesIn(doc)).toEqual(['changed']);
    expect(cellIn(doc).evidence).toEqual([{ kind: 'text', section: 'description', language: 'en', quote: sentence, rightFor: sentence, says: 'The operator pays by availability.' }]);
    confirmShown(doc);
    expect(statesIn(doc)).toEqual(['holds']);
    expect(cellIn(doc).evidence).toMatchObject([{ quote: sentence, rightFor: 'The operator pays by availability.' }]);
    sectionOf(doc, 'description', 'en').delete(1, 1);
    expect(statesIn(doc)).toEqual(['gone']);
    expect(cellIn(doc).evidence).toMatchObject([{ quote: sentence, says: null }]);
  });

  it('is gone with its role or relation, keeps what it said, and is back when that comes back', () => {
    const doc = network();
    linkRelation(doc);
    linkItem(doc, cell, { kind: 'role', id: 'supplier', rightFor: roleContent(projectScenario(doc).roles[0]!) });
    const undo = createScenarioUndo(doc);
    deleteEntities(doc, { roles: ['supplier'] });
    expect(statesIn(doc)).toEqual(['gone', 'gone']); // a relation goes with its role
    expect(cellIn(doc).evidence).toMatchObject([{ rightFor: { label: { en: 'supplier' } } }, { rightFor: { label: { en: 'pays' } } }]);
    expect(undo.undo()).toBe('done');
    expect(statesIn(doc)).toEqual(['holds', 'holds']);
  });

  it('is what was on the screen that is confirmed, not what has been written since', () => {
    const doc = network();
    linkSentence(doc);
    applyTextChange(lineOf(doc, 1), { at: 0, remove: 0, insert: '' });
    const shown = cellIn(doc).evidence.map((each): Evidence => (each.kind === 'text' ? { ...each, rightFor: each.says } : each));
    applyTextChange(lineOf(doc, 1), { at: 4, remove: 8, insert: 'user' });
    confirmEvidence(doc, cell, shown);
    expect(statesIn(doc)).toEqual(['changed']);
  });

  it('is linked once however often, taken away and linked again; each is one step', () => {
    const doc = network();
    const undo = createScenarioUndo(doc);
    linkSentence(doc);
    linkSentence(doc);
    const [link] = cellIn(doc).evidence;
    expect(cellIn(doc).evidence).toHaveLength(1);
    unlinkEvidence(doc, cell, link!);
    expect(cellIn(doc).evidence).toEqual([]);
    expect(undo.undo()).toBe('done');
    expect(cellIn(doc).evidence).toEqual([link]);
  });

  it('that only a crafted update can name is skipped, and one bad record hides no other', () => {
    const doc = network();
    linkSentence(doc);
    linkRelation(doc);
    const good = cellIn(doc);
    const keys = ['maker:value:evidence', 'maker:value:evidence:role', 'maker:value:evidence:role:supplier:x', 'maker:value:evidence:text:description:en:0', 'maker:value:evidence:text:summary:en:0', 'maker:value:reason', 'maker:value:reason:a:b', 'maker:value:reason:fancy', 'maker:when:reason:new-partner', ':::'];
    for (const key of keys) cellsOf(doc).set(key, key.includes('text') ? 'words' : true);
    cellsOf(doc).set('maker:value:evidence:role:supplier', { linked: true });
    cellsOf(doc).set('maker:value:evidence:role:nobody', true);
    expect(cellIn(doc)).toEqual(good);
    for (const key of evidenceRightForOf(doc).keys()) for (const value of [7, null, { start: 'x', end: {}, quote: sentence }, { label: { en: 1 } }, { start: '', end: '', quote: ' ' }]) {
      evidenceRightForOf(doc).set(key, value);
      expect(cellIn(doc).evidence.find((each) => key.includes(each.kind))?.rightFor).toBeNull();
    }
    expect(statesIn(doc)).toEqual(['changed', 'gone']);
    rationaleOf(doc, 'maker', 'value').insert(0, 'still there');
    expect(cellIn(doc).rationale).toBe('still there');
  });
});
