import { expect, it } from 'vitest';
import { createDocument } from '@/lib/document/create-document';
import { projectScenario } from '@/lib/document/project-scenario';
import type { Scenario } from '@/lib/domain/scenario';
import { skeleton } from '@/lib/scenarios/skeleton';
import { nearBounds } from './near-bounds';

const scenarioWith = (content: Partial<Scenario>) => projectScenario(createDocument({ ...skeleton({ title: 'Large', language: 'en' }), ...content }));
const withRoles = (length: number) => scenarioWith({ roles: Array.from({ length }, (_, index) => ({ id: `r${index}`, label: { en: '', de: '', zh: '' }, phases: {} })) });
const withNotes = (length: number) => scenarioWith({ notes: Array.from({ length }, (_, index) => ({ id: `n${index}`, text: '', phase: 'before', box: null })) });

it('warns from nine tenths of a bound on, not before', () => {
  expect(nearBounds(withRoles(449))).toEqual([]);
  expect(nearBounds(withRoles(450))).toEqual([{ bound: 'roles', count: 450 }]);
  expect(nearBounds(withNotes(449))).toEqual([]);
  expect(nearBounds(withNotes(450))).toEqual([{ bound: 'notes', count: 450 }]);
});
