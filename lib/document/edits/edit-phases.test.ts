import { expect, it } from 'vitest';
import type * as Y from 'yjs';
import { importScenario } from '@/lib/exchange/import-scenario';
import { createDocument } from '../create-document';
import { projectScenario } from '../project-scenario';
import { createScenarioUndo } from '../undo';
import { copyToPhase, dropFromPhase, takeOutOfPhase } from './edit-phases';

function network() {
  const doc = createDocument(
    importScenario({
      format: 'accord-scenario',
      version: 1,
      scenario: {
        title: {},
        enterprises: [{ id: 'acme', name: {}, colour: 0 }],
        roles: [
          { id: 'maker', label: {}, phases: { before: { enterprise: 'acme', box: [0, 0, 168, 72] } } },
          { id: 'user', label: {}, phases: { before: { box: [400, 0, 168, 72] } } },
          { id: 'platform', label: {}, phases: { after: { box: [0, 200, 168, 72] } } },
        ],
        relations: [{ id: 'sells', label: {}, kind: 'product', source: 'maker', target: 'user', phases: ['before'] }],
      },
    }),
  );
  return { doc, undo: createScenarioUndo(doc) };
}
const standing = (doc: Y.Doc): Record<string, string[]> => {
  const { roles, relations } = projectScenario(doc);
  return Object.fromEntries([...roles.map(({ id, phases }) => [id, Object.keys(phases).sort().reverse()] as const), ...relations.map(({ id, phases }) => [id, [...phases]] as const)]);
};
const places = { maker: [0, 0, 168, 72], user: [400, 0, 168, 72] } as const;
const only = { roles: [] as string[], relations: [] as string[] };

it('copies relations with their roles, to the same place and enterprise, as one step', async () => {
  const { doc, undo } = network();
  const before = projectScenario(doc);
  copyToPhase(doc, before, 'after', { ...only, relations: ['sells'] }, places);
  expect(standing(doc)).toEqual({ maker: ['before', 'after'], user: ['before', 'after'], platform: ['after'], sells: ['before', 'after'] });
  for (const { phases } of projectScenario(doc).roles.slice(0, 2)) expect(phases.after).toEqual(phases.before);
  await undo.undo();
  expect(projectScenario(doc)).toEqual(before);
});

it('copies as it stands now, whatever it was when it stood there before; leaves alone what stands there', () => {
  const { doc } = network();
  copyToPhase(doc, projectScenario(doc), 'after', { ...only, roles: ['maker'] }, places);
  takeOutOfPhase(doc, 'after', { ...only, roles: ['maker'] });
  copyToPhase(doc, projectScenario(doc), 'after', { ...only, roles: ['maker'] }, { maker: [50, 60, 168, 72] });
  expect(projectScenario(doc).roles[0]?.phases.after?.box).toEqual([50, 60, 168, 72]);
  copyToPhase(doc, projectScenario(doc), 'after', { ...only, roles: ['maker'] }, places);
  expect(projectScenario(doc).roles[0]?.phases.after?.box).toEqual([50, 60, 168, 72]);
});

it('drops from a phase: what stands in the other stays there, what stands nowhere else is deleted, as one step', async () => {
  const { doc, undo } = network();
  copyToPhase(doc, projectScenario(doc), 'after', { roles: [], relations: ['sells'] }, places);
  const before = standing(doc);
  expect(dropFromPhase(doc, projectScenario(doc), 'after', { roles: ['maker', 'platform'], relations: ['sells'] })).toBe(1);
  expect(standing(doc)).toEqual({ maker: ['before'], user: ['before', 'after'], sells: ['before'] });
  await undo.undo();
  expect(standing(doc)).toEqual(before);
});
