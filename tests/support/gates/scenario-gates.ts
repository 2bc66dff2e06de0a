import { randomUUID } from 'node:crypto';
import { at, forSignedIn, under, type Gate } from './gate';

const one = '/api/scenarios/[id]';
const version = `${one}/snapshots/[number]`;
const offer = `${one}/offers/[offer]`;
const again = async () => ({ requestId: randomUUID() });

export const scenarioGates: readonly Gate[] = [
  ...at('/api/scenarios', [
    { method: 'GET', answers: forSignedIn() },
    { method: 'POST', sends: async () => ({ format: 'accord-scenario', version: 1, scenario: { title: { en: 'New' } } }), answers: under('scenario.create') },
  ]),
  ...at(one, [{ method: 'GET', answers: under('scenario.read') }]),
  ...['figure.svg', 'figure.pdf', 'figure.png'].flatMap((figure) => at(`${one}/${figure}`, [{ method: 'GET', answers: under('scenario.read') }])),
  ...at(`${one}/report`, [
    { method: 'GET', answers: under('scenario.read') },
    { method: 'GET', note: 'DOCX', query: '?format=docx', answers: under('scenario.read') },
  ]),
  ...at(`${one}/readers`, [{ method: 'GET', answers: under('scenario.read') }]),
  ...at(`${one}/meeting`, [{ method: 'GET', answers: under('scenario.read') }]),
  ...at(`${one}/visits`, [{ method: 'POST', sends: async () => ({ event: 'open' }), answers: under('scenario.read') }]),
  ...at(`${one}/freeze`, [
    { method: 'PUT', answers: under('scenario.freeze') },
    { method: 'DELETE', answers: under('scenario.freeze') },
  ]),

  ...at(`${one}/positions`, [
    { method: 'GET', answers: under('scenario.read') },
    { method: 'POST', sends: async (stage) => ({ stance: 'agree', items: [{ name: 'role:maker', hash: await stage.hashOf('role:maker') }], requestId: randomUUID() }), answers: under('position.set') },
  ]),
  ...at(`${one}/positions/takings-back`, [
    { method: 'POST', sends: async (stage, person) => ({ request: await stage.said(person === 'counterpart' ? person : 'speaker'), requestId: randomUUID() }), answers: under('position.set') },
  ]),
  ...at(`${one}/positions/withdrawals`, [
    { method: 'POST', sends: async (stage, person) => ((await stage.said(person === 'counterpart' ? person : 'speaker')) ? { items: ['role:maker'], requestId: randomUUID() } : null), answers: under('position.set') },
  ]),
  ...at(`${one}/judgements`, [
    { method: 'POST', sends: async (stage) => ({ item: 'cell:acme:who', hash: await stage.hashOf('cell:acme:who'), change: 'none', reason: 'As ever.', requestId: randomUUID() }), answers: under('judgement.set') },
    { method: 'DELETE', sends: async (stage, person) => ((await stage.judged(person === 'counterpart' ? person : 'speaker')) ? { item: 'cell:acme:who', requestId: randomUUID() } : null), answers: under('judgement.set') },
  ]),

  ...at(`${one}/snapshots`, [
    { method: 'GET', answers: under('scenario.read') },
    { method: 'POST', sends: async () => ({ name: 'First', requestId: randomUUID() }), answers: under('snapshot.create') },
  ]),
  ...at(version, [{ method: 'GET', answers: under('scenario.read') }]),
  ...at(`${version}/items`, [{ method: 'GET', answers: under('scenario.read') }]),
  ...at(`${version}/blockers`, [{ method: 'GET', answers: under('snapshot.offer') }]),
  ...at(`${version}/restorations`, [{ method: 'POST', sends: again, answers: under('snapshot.restore') }]),

  ...at(`${one}/offers`, [
    { method: 'POST', sends: async (stage) => ({ number: Number(await stage.of('number')), hash: await stage.of('hash'), requestId: randomUUID() }), answers: under('snapshot.offer') },
  ]),
  ...at(offer, [{ method: 'GET', answers: under('scenario.read') }]),
  ...at(`${offer}/brief.pdf`, [{ method: 'GET', answers: under('scenario.read') }]),
  ...at(`${offer}/record.pdf`, [{ method: 'GET', answers: under('scenario.read') }]),
  ...at(`${offer}/signatures`, [{ method: 'POST', sends: async (stage) => ({ hash: await stage.of('hash'), password: 'demo', requestId: randomUUID() }), answers: under('snapshot.sign') }]),
  ...at(`${offer}/refusals`, [{ method: 'POST', sends: async (stage) => ({ hash: await stage.of('hash'), reason: 'Not yet.', requestId: randomUUID() }), answers: under('snapshot.sign') }]),
  ...at(`${offer}/deputies`, [
    {
      method: 'POST',
      sends: async (stage) => ({ hash: await stage.of('hash'), person: stage.world.people.viewer.id, requestId: randomUUID() }),
      answers: under('snapshot.sign', { deputy: 'forbidden', counterpart: 'not-found' }), // a deputy names nobody; nobody names one of another delegation
    },
  ]),
  ...at(`${offer}/withdrawal`, [{ method: 'POST', sends: again, answers: under('snapshot.offer') }]),
];
