import { randomUUID } from 'node:crypto';
import { at, forSignedIn, under, type Gate } from './gate';
import { collectionPlan } from './stage';

const one = '/api/collections/[id]';

export const collectionGates: readonly Gate[] = [
  ...at('/api/collections', [
    { method: 'GET', answers: forSignedIn() },
    { method: 'POST', sends: async () => ({ ...collectionPlan, requestId: randomUUID() }), answers: under('collection.create') },
  ]),
  ...at(one, [
    { method: 'GET', answers: under('collection.read') },
    { method: 'PUT', sends: async () => collectionPlan, answers: under('collection.lead') },
    { method: 'DELETE', answers: under('collection.lead') },
  ]),
  ...at(`${one}/overview`, [{ method: 'GET', answers: under('collection.read') }]),
  ...at(`${one}/overview.svg`, [{ method: 'GET', answers: under('collection.read') }]),
  ...at(`${one}/report`, [{ method: 'GET', answers: under('collection.read') }]),
  ...at(`${one}/texts`, [{ method: 'GET', answers: under('collection.read') }]),
  ...at(`${one}/texts/[section]/[language]`, [{ method: 'PUT', sends: async () => ({ text: [{ type: 'paragraph', content: [{ type: 'text', text: 'All of us.' }] }], version: 0 }), answers: under('collection.edit') }]),
  ...at(`${one}/scenarios`, [{ method: 'POST', sends: async (stage) => ({ scenario: await stage.of('scenario') }), answers: under('collection.lead') }]),
  ...at(`${one}/scenarios/[scenario]`, [
    { method: 'PUT', sends: async () => ({ before: null }), answers: under('collection.lead') },
    { method: 'DELETE', answers: under('scenario.collect') },
  ]),
];
