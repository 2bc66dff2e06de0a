import { describe, expect, it } from 'vitest';
import { createDocument } from '@/lib/document/create-document';
import { createEntities } from '@/lib/document/edits/create-entities';
import { projectScenario } from '@/lib/document/project-scenario';
import { cutOut, insertPiece, isEmptyPiece, readPiece } from './clipboard';
import { labScenario } from './testing/lab-scenario';

const scenario = labScenario();

describe('pieces of a network in the clipboard', () => {
  it('take the relations between their roles along, and survive the way through text', () => {
    const piece = cutOut(scenario, 'before', ['role:hot', 'role:two', 'note:n1']);
    expect(piece.roles.map((role) => role.id)).toEqual(['hot', 'two']);
    expect(piece.relations.map(({ source, target, kind }) => [source, target, kind])).toEqual([['hot', 'two', 'product'], ['two', 'hot', 'data']]);
    expect(piece.enterprises.map(({ id }) => id)).toEqual(['e1']);
    expect(readPiece(JSON.stringify(piece))).toEqual(piece);
  });

  it('become new entities with ids of their own, at another place, of the enterprise with the same name', () => {
    const doc = createDocument(scenario);
    const piece = cutOut(scenario, 'before', ['role:hot', 'role:two', 'note:n1']);
    createEntities(doc, insertPiece(projectScenario(doc), 'before', piece, { dx: 10, dy: 20 }));
    const after = projectScenario(doc);
    const [hot, two] = after.roles.slice(-2);
    expect(after.enterprises).toHaveLength(2);
    expect(two!.phases.before).toEqual({ enterprise: 'e1', box: [310, 20, 168, 72] });
    expect(after.relations.slice(-2).map(({ source, target }) => [source, target])).toEqual([[hot!.id, two!.id], [two!.id, hot!.id]]);
    expect(new Set(after.roles.map((role) => role.id)).size).toBe(6);
    expect(after.notes.at(-1)).toMatchObject({ text: 'todo', phase: 'before', box: [10, 320, 200, 120] });
  });

  it('bring an enterprise along that the other scenario lacks, in a colour that is free there', () => {
    const other = { ...scenario, enterprises: scenario.enterprises.map((enterprise) => ({ ...enterprise, name: { ...enterprise.name, en: `other ${enterprise.id}` } })) };
    const wanted = insertPiece(other, 'after', cutOut(scenario, 'before', ['role:two']), { dx: 0, dy: 0 });
    expect(wanted.enterprises).toEqual([{ id: expect.any(String), name: { en: 'e1', de: '', zh: '' }, colour: 2 }]);
    expect(wanted.roles![0]!.phases).toEqual({ after: { enterprise: wanted.enterprises![0]!.id, box: [300, 0, 168, 72] } });
  });

  it('keep the enterprise that has no name yet within their scenario, and bring it along elsewhere', () => {
    const none = { en: '', de: '', zh: '' };
    const unnamed = { ...scenario, enterprises: scenario.enterprises.map((enterprise) => ({ ...enterprise, name: none })) };
    const piece = cutOut(unnamed, 'before', ['role:two']);
    const here = insertPiece(unnamed, 'before', piece, { dx: 24, dy: 24, isOwn: true });
    expect(here.enterprises).toEqual([]);
    expect(here.roles![0]!.phases!.before!.enterprise).toBe('e1');
    expect(insertPiece(unnamed, 'before', piece, { dx: 24, dy: 24 }).enterprises).toHaveLength(1);
  });

  it('never lie exactly on what stands there, however often they are pasted', () => {
    const doc = createDocument(scenario);
    const piece = cutOut(scenario, 'before', ['role:two']);
    for (let times = 0; times < 3; times++) createEntities(doc, insertPiece(projectScenario(doc), 'before', piece, { dx: 0, dy: 0 }));
    const boxes = projectScenario(doc).roles.filter(({ label }) => label.en === scenario.roles.find(({ id }) => id === 'two')!.label.en).map(({ phases }) => phases.before!.box!.slice(0, 2));
    expect(boxes).toEqual([[300, 0], [324, 24], [348, 48], [372, 72]]);
  });

  it('drop a relation whose role is neither in the piece nor in the scenario', () => {
    const piece = cutOut(scenario, 'before', ['relation:r3']);
    expect(piece.relations).toHaveLength(1);
    expect(insertPiece(scenario, 'before', piece, { dx: 0, dy: 0 }).relations).toHaveLength(1);
    expect(insertPiece({ ...scenario, roles: [] }, 'before', piece, { dx: 0, dy: 0 }).relations).toEqual([]);
  });

  it.each(['', 'text', '{}', '[]', '{"format":"accord-network","version":2}', '{"format":"accord-network","version":1,"roles":[{"id":"<b>"}]}'])('are not read from %j', (json) => {
    expect(readPiece(json)).toBeNull();
  });

  it('are empty if nothing is selected', () => {
    expect(isEmptyPiece(cutOut(scenario, 'before', []))).toBe(true);
    expect(isEmptyPiece(cutOut(scenario, 'after', ['role:hot']))).toBe(true);
  });
});
