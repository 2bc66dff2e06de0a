import { expect, it } from 'vitest';
import { createDocument } from '@/lib/document/create-document';
import { projectScenario } from '@/lib/document/project-scenario';
import { skeleton } from '@/lib/scenarios/skeleton';
import { nearBounds } from './near-bounds';

const withRoles = (count: number) =>
  projectScenario(
    createDocument({
      ...skeleton({ title: 'Large', language: 'en' }),
      roles: Array.from({ length: count }, (_, index) => ({ id: `r${index}`, label: { en: '', de: '', zh: '' }, phases: {} })),
    }),
  );

it('warns from nine tenths of a bound on, not before', () => {
  expect(nearBounds(withRoles(449))).toEqual([]);
  expect(nearBounds(withRoles(450))).toEqual([{ bound: 'roles', count: 450 }]);
});
