import { expect, test } from 'vitest';
import type { Scenario } from '@/lib/domain/scenario';
import { contentHash } from './canonical';
import { createDocument } from './create-document';
import { createEntities } from './edits/create-entities';
import { placeBoxes, setRoleEnterprise } from './edits/edit-entities';
import { replaceText } from './edits/edit-text';
import { projectScenario } from './project-scenario';
import { labelOf } from './roots';

const said = (doc: ReturnType<typeof createDocument>): string => contentHash(projectScenario(doc));

test('moving a role or writing a note changes nothing that could be agreed to; every word and every owner does', () => {
  const doc = createDocument(nothing);
  const { roles, enterprises } = createEntities(doc, { roles: [{ label: { en: 'Supplier' }, phases: { before: {} } }], enterprises: [{ name: { en: 'Acme' }, colour: 1 }] });
  const before = said(doc);
  placeBoxes(doc, 'before', { [roles[0]!]: [10, 20, 168, 72] });
  createEntities(doc, { notes: [{ text: 'Ask Li', phase: 'before', box: [0, 0, 200, 120] }] });
  expect(said(doc)).toBe(before);

  setRoleEnterprise(doc, roles[0]!, 'before', enterprises[0]!);
  const assumed = said(doc);
  expect(assumed).not.toBe(before);
  replaceText(labelOf(doc, 'roles', roles[0]!, 'zh')!, '供应商');
  expect(said(doc)).not.toBe(assumed);
});

const wording = { en: [], de: [], zh: [] };
const nothing: Scenario = {
  schemaVersion: 1,
  title: { en: '', de: '', zh: '' },
  origin: null,
  bestPractice: null,
  roles: [],
  relations: [],
  enterprises: [],
  notes: [],
  assessment: {},
  sections: { description: wording, 'value-proposition': wording, 'revenue-mechanism': wording, 'business-model-innovation': wording },
};
