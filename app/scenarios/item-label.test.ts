import { expect, test } from 'vitest';
import { skeleton } from '@/lib/scenarios/skeleton';
import { itemLabel } from './item-label';

const words = (key: string, values?: Record<string, string>): string => (values ? `${key}(${Object.values(values).join(', ')})` : key);
const text = (en: string) => ({ en, de: '', zh: '' });
const empty = skeleton({ title: 'Fleet', language: 'en' });
const full = {
  ...empty,
  roles: ['supplier', ''].map((label, index) => ({ id: `r${index}`, label: text(label), phases: {} })),
  relations: [{ id: 'e0', label: text('delivers'), kind: null, source: 'r0', target: 'r1', phases: [] }],
  enterprises: [{ id: 'c0', name: text('Acme'), colour: 1, newInFuture: false, claim: null, claimReason: '' }],
};

test.each([
  ['scenario', 'scenario'],
  ['section:description:de', 'section(sections.description, languages.de)'],
  ['role:r0', 'role(supplier)'],
  ['role:r1', 'role(unnamed)'],
  ['relation:e0', 'relation(delivers, supplier, unnamed)'],
  ['enterprise:c0', 'enterprise(Acme)'],
  ['cell:c0:who', 'cell(Acme, dimensions.who)'],
  ['role:r2', 'role-gone'],
  ['relation:e1', 'relation-gone'],
  ['enterprise:c1', 'enterprise-gone'],
  ['cell:c1:who', 'cell-gone'],
  ['nonsense', 'unknown'],
])('%s is called %s', (name, called) => {
  expect(itemLabel(name, [empty, full], 'en', words)).toBe(called);
});

test('what has been deleted is called what it was called, where somebody noted it', () => {
  expect(itemLabel('role:r2', [empty, full], 'en', words, [text('Insurer')])).toBe('role(Insurer)');
  expect(itemLabel('role:r0', [empty, full], 'en', words, [text('Once')])).toBe('role(supplier)');
});
