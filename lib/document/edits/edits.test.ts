import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { emptyLocalized } from '@/lib/domain/languages';
import { editOrigins } from '../edit-origins';
import { projectScenario } from '../project-scenario';
import { entitiesOf, labelOf, noteTextOf, rationalesOf, titleOf } from '../roots';
import { createDocument } from '../create-document';
import { createEntities, newEntityId } from './create-entities';
import {
  asOneStep,
  deleteEntities,
  placeBoxes,
  setBestPractice,
  setChange,
  setClaim,
  setEnterpriseColour,
  setEnterpriseNewInFuture,
  setOrigin,
  setRelationEnds,
  setRelationKind,
  setRelationPhase,
  setRoleEnterprise,
  setRolePhase,
} from './edit-entities';

/** A small network: SANY's supplier and an operator, joined by a relation; a note. */
function network() {
  const doc = createDocument(projectScenario(new Y.Doc()));
  createEntities(doc, { enterprises: [{ id: 'sany', name: { en: 'SANY' }, colour: 3 }] });
  createEntities(doc, {
    roles: [
      { id: 'supplier', label: { en: 'supplier' }, phases: { before: { enterprise: 'sany', box: [0.4, -0.2, 160.5, 64] } } },
      { id: 'operator', phases: { before: {}, after: { box: [300, 0, 160, 64] } } },
    ],
    notes: [{ id: 'note', text: 'open', phase: 'before', box: [0, 200, 100, 80] }],
  });
  createEntities(doc, { relations: [{ id: 'delivers', source: 'supplier', target: 'operator', phases: ['before'] }] });
  return doc;
}
const read = projectScenario;

/** Updates that `edit` makes. */
function updatesOf(doc: Y.Doc, edit: () => void): number {
  let updates = 0;
  const count = (): void => void updates++;
  doc.on('update', count);
  edit();
  doc.off('update', count);
  return updates;
}

describe('creating', () => {
  it('writes entities whole, in their order, with boxes rounded', () => {
    const scenario = read(network());
    expect(scenario.roles).toEqual([
      { id: 'supplier', label: { ...emptyLocalized, en: 'supplier' }, phases: { before: { enterprise: 'sany', box: [0, 0, 161, 64] } } },
      { id: 'operator', label: emptyLocalized, phases: { before: { enterprise: null, box: null }, after: { enterprise: null, box: [300, 0, 160, 64] } } },
    ]);
    expect(scenario.relations).toEqual([{ id: 'delivers', label: emptyLocalized, kind: null, source: 'supplier', target: 'operator', phases: ['before'] }]);
    expect(scenario.enterprises).toEqual([{ id: 'sany', name: { ...emptyLocalized, en: 'SANY' }, colour: 3, newInFuture: false, claim: null, claimReason: '' }]);
    expect(scenario.notes).toEqual([{ id: 'note', text: 'open', phase: 'before', box: [0, 200, 100, 80] }]);
  });

  it('gives ids where none are asked for', () => {
    const doc = network();
    const { roles } = createEntities(doc, { roles: [{ phases: { after: {} } }, { phases: { before: undefined } }] });
    expect(read(doc).roles.slice(2)).toEqual([
      { id: roles[0], label: emptyLocalized, phases: { after: { enterprise: null, box: null } } },
      { id: roles[1], label: emptyLocalized, phases: {} },
    ]);
    expect(newEntityId()).not.toBe(newEntityId());
  });

  it('is undone without losing what a peer wrote into the entity meanwhile', () => {
    const doc = network();
    const undo = new Y.UndoManager([entitiesOf(doc, 'roles')], { trackedOrigins: new Set([editOrigins.step]) });
    createEntities(doc, { roles: [{ id: 'new', phases: { after: {} } }] });
    const peer = new Y.Doc();
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
    labelOf(peer, 'roles', 'new', 'zh')!.insert(0, '平台');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer));
    undo.undo();
    expect(read(doc).roles.map(({ id }) => id)).not.toContain('new');
    undo.redo();
    expect(read(doc).roles.find(({ id }) => id === 'new')?.label.zh).toBe('平台');
  });

  it('refuses to be part of another step, which could then be undone only in part', () => {
    const doc = network();
    expect(() => asOneStep(doc, () => createEntities(doc, { roles: [{ phases: {} }] }))).toThrow();
  });
});

describe('editing', () => {
  it('changes what it says, as one update', () => {
    const doc = network();
    const edits: [() => void, () => unknown, unknown][] = [
      [() => setRoleEnterprise(doc, 'operator', 'after', 'sany'), () => read(doc).roles[1]?.phases.after?.enterprise, 'sany'],
      [() => setRoleEnterprise(doc, 'operator', 'after', null), () => read(doc).roles[1]?.phases.after?.enterprise, null],
      [() => setRelationKind(doc, 'delivers', 'data'), () => read(doc).relations[0]?.kind, 'data'],
      [() => setRelationEnds(doc, 'delivers', { source: 'operator', target: 'supplier' }), () => read(doc).relations[0]?.source, 'operator'],
      [() => setRelationPhase(doc, 'delivers', 'before', false), () => read(doc).relations[0]?.phases, []],
      [() => setEnterpriseColour(doc, 'sany', 5), () => read(doc).enterprises[0]?.colour, 5],
      [() => setEnterpriseNewInFuture(doc, 'sany', true), () => read(doc).enterprises[0]?.newInFuture, true],
      [() => setClaim(doc, 'sany', 'innovated'), () => read(doc).enterprises[0]?.claim, 'innovated'],
      [() => setClaim(doc, 'sany', null), () => read(doc).enterprises[0]?.claim, null],
      [() => setChange(doc, 'sany', 'what', 'significant'), () => read(doc).assessment['sany']?.what.change, 'significant'],
      [() => setChange(doc, 'sany', 'what', null), () => read(doc).assessment['sany']?.what.change, null],
      [() => setOrigin(doc, 'CN'), () => read(doc).origin, 'CN'],
      [() => setBestPractice(doc, 'Value-Based Service'), () => read(doc).bestPractice, 'Value-Based Service'],
      [() => placeBoxes(doc, 'before', { supplier: [10.2, 20, 30, 40], note: [1, 2, 3, 4] }), () => read(doc).roles[0]?.phases.before?.box, [10, 20, 30, 40]],
      [() => deleteEntities(doc, { roles: ['supplier'], notes: ['note'] }), () => [read(doc).roles.length, read(doc).notes.length], [1, 0]],
    ];
    for (const [edit, result, expected] of edits) {
      expect(updatesOf(doc, edit)).toBe(1);
      expect(result()).toEqual(expected);
      expect(updatesOf(doc, edit)).toBe(0); // the same again changes nothing, so nothing is sent
    }
  });

  it('lets a role into the other phase with its enterprise and its place', () => {
    const doc = network();
    expect(updatesOf(doc, () => setRolePhase(doc, 'supplier', 'after', true))).toBe(1);
    expect(read(doc).roles[0]?.phases.after).toEqual({ enterprise: 'sany', box: [0, 0, 161, 64] });
    setRolePhase(doc, 'supplier', 'after', false);
    expect(read(doc).roles[0]?.phases).toEqual({ before: { enterprise: 'sany', box: [0, 0, 161, 64] } });
  });

  it('keeps what the role was in a phase that it comes back to', () => {
    const doc = network();
    setRolePhase(doc, 'operator', 'after', false);
    setRolePhase(doc, 'operator', 'after', true);
    expect(read(doc).roles[1]?.phases.after?.box).toEqual([300, 0, 160, 64]);
  });

  it('does nothing to what is not there', () => {
    const doc = network();
    const updates = updatesOf(doc, () => {
      setRolePhase(doc, 'nobody', 'after', true);
      setRoleEnterprise(doc, 'nobody', 'after', 'sany');
      setRelationKind(doc, 'nobody', 'data');
      setEnterpriseColour(doc, 'nobody', 1);
      setChange(doc, 'nobody', 'who', 'none');
      placeBoxes(doc, 'after', { nobody: [1, 2, 3, 4] });
      deleteEntities(doc, { roles: ['nobody'] });
    });
    expect(updates).toBe(0);
  });

  it('makes several edits one update', () => {
    const doc = network();
    const updates = updatesOf(doc, () =>
      asOneStep(doc, () => {
        setOrigin(doc, 'DE');
        setRelationKind(doc, 'delivers', 'product');
      }),
    );
    expect(updates).toBe(1);
  });
});

describe('texts to edit in place', () => {
  it('are found where their entity is, also a deleted one, and nowhere else', () => {
    const doc = network();
    deleteEntities(doc, { roles: ['supplier'] });
    expect(labelOf(doc, 'roles', 'supplier', 'en')?.toString()).toBe('supplier');
    expect(labelOf(doc, 'roles', 'nobody', 'en')).toBeUndefined();
    expect(noteTextOf(doc, 'note')?.toString()).toBe('open');
    expect(noteTextOf(doc, 'nobody')).toBeUndefined();
    expect(titleOf(doc, 'de')?.toString()).toBe('');
    expect(rationalesOf(doc, 'sany')).toHaveLength(4);
    (doc as { getMap(name: string): Y.Map<unknown> }).getMap('roles').set('odd', 'text');
    expect(labelOf(doc, 'roles', 'odd', 'en')).toBeUndefined();
  });
});
