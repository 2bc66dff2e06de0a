import { randomUUID } from 'node:crypto';
import { at, forSignedIn, under, type Gate } from './gate';
import { plan } from './stage';

const one = '/api/meetings/[id]';
const point = `${one}/points/[point]`;
const entry = `${point}/entries/[entry]`;
const note = { kind: 'note', body: 'Said.' };

export const meetingGates: readonly Gate[] = [
  ...at('/api/meetings', [
    { method: 'GET', answers: forSignedIn() },
    { method: 'POST', sends: async (stage) => ({ ...plan, scenarios: [await stage.of('scenario')], requestId: randomUUID() }), answers: under('meeting.lead') },
  ]),
  ...at(one, [
    { method: 'GET', answers: under('meeting.read') },
    { method: 'PUT', sends: async (stage) => ({ ...plan, minutes: 90, scenarios: [await stage.of('scenario')], planVersion: 0 }), answers: under('meeting.lead') },
  ]),
  ...at(`${one}/calendar.ics`, [{ method: 'GET', answers: under('meeting.read') }]),
  ...at(`${one}/protocol`, [
    { method: 'GET', note: 'PDF', answers: under('meeting.read') },
    { method: 'GET', note: 'DOCX', query: '?format=docx', answers: under('meeting.read') },
  ]),
  ...at(`${one}/open-items`, [{ method: 'GET', answers: under('meeting.read') }]),
  ...at(`${one}/course`, [
    { method: 'POST', note: 'begin', sends: async () => ({ step: 'begin' }), answers: under('meeting.lead') },
    { method: 'POST', note: 'cancel', sends: async () => ({ step: 'cancel' }), answers: under('meeting.lead') },
  ]),
  ...at(`${one}/presenter`, [{ method: 'PUT', sends: async (stage) => ({ person: stage.world.people.editor.id, onlyPresenterEdits: false }), answers: under('meeting.lead') }]),
  ...at(`${one}/attendances`, [
    { method: 'POST', note: 'oneself', sends: async (stage, person) => ({ person: stage.world.people[person].id, requestId: randomUUID() }), answers: under('meeting.read') },
    { method: 'POST', note: 'another', sends: async (stage) => ({ person: stage.world.people.deputy.id, requestId: randomUUID() }), answers: under('meeting.record', { deputy: 'ok' }) },
    { method: 'POST', note: 'a guest', sends: async () => ({ person: null, name: 'A guest', requestId: randomUUID() }), answers: under('meeting.record') },
  ]),
  ...at(`${one}/attendances/[attendance]`, [
    { method: 'DELETE', answers: under('meeting.lead', { viewer: 'ok', editor: 'ok' }) }, // who was there, and who wrote it down
  ]),
  ...at(`${one}/points`, [
    { method: 'POST', note: 'items', sends: async (stage) => ({ scenario: await stage.of('scenario'), items: ['role:user'], requestId: randomUUID() }), answers: under('meeting.record') },
    { method: 'POST', note: 'words', sends: async () => ({ scenario: null, title: 'Next steps', requestId: randomUUID() }), answers: under('meeting.record') },
  ]),
  ...at(point, [
    { method: 'PUT', note: 'move', sends: async () => ({ before: null }), answers: under('meeting.lead') },
    { method: 'PUT', note: 'park', sends: async () => ({ parked: true }), answers: under('meeting.record') },
    { method: 'DELETE', answers: under('meeting.lead') },
  ]),
  ...at(`${point}/item`, [{ method: 'GET', answers: under('meeting.read') }]),
  ...at(`${point}/entries`, [{ method: 'POST', sends: async () => ({ ...note, requestId: randomUUID() }), answers: under('meeting.record') }]),
  ...at(entry, [
    // its author, or who leads
    { method: 'PUT', sends: async () => ({ ...note, version: 1 }), answers: under('meeting.record', { counterpart: 'forbidden' }) },
    { method: 'DELETE', answers: under('meeting.record', { counterpart: 'forbidden' }) },
  ]),
];
