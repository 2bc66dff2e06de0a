import { randomUUID } from 'node:crypto';
import { at, internally, under, type Gate } from './gate';
import type { Person } from './people';

const threads = '/api/scenarios/[id]/threads';
const comment = `${threads}/[thread]/comments/[comment]`;
const internal = { thread: 'internalThread', comment: 'internalComment' } as const;
const decided = { thread: 'decidedThread', comment: 'decidedComment' } as const;
const reply = async () => ({ body: 'Yes.', requestId: randomUUID() });

/** The row of what everybody sees, and that of what the German side keeps to itself. */
const both = (row: Omit<Gate, 'path' | 'answers'>, action: Parameters<typeof under>[0], exceptions: Parameters<typeof under>[1] = {}): Omit<Gate, 'path'>[] => [
  { ...row, answers: under(action, exceptions) },
  { ...row, note: [row.note, 'internal'].filter(Boolean).join(', '), parts: internal, answers: internally(action, exceptions) },
];
/** Only the author may, but may not do it to what others decided. */
const ownDecision: Partial<Record<Person, 'forbidden'>> = { facilitator: 'forbidden', counterpart: 'forbidden' };

export const threadGates: readonly Gate[] = [
  ...at(threads, [
    { method: 'GET', answers: under('scenario.read') },
    { method: 'POST', sends: async () => ({ item: 'role:maker', body: 'Is this so?', requestId: randomUUID() }), answers: under('thread.create') },
    { method: 'POST', note: 'internal', sends: async () => ({ item: 'scenario', body: 'Among us.', internal: true, requestId: randomUUID() }), answers: under('internal-thread.begin') },
  ]),
  ...at(`${threads}/reads`, [
    { method: 'POST', sends: async (stage) => ({ comments: [await stage.of('comment')] }), answers: under('scenario.read') },
  ]),
  ...at(`${threads}/[thread]/assignment`, both({ method: 'PUT', sends: async () => ({ to: { delegation: 'DE' }, dueOn: null }) }, 'thread.assign')),
  ...at(`${threads}/[thread]/kind`, both({ method: 'PUT', sends: async () => ({ kind: 'technical' }) }, 'thread.classify')),
  ...at(`${threads}/[thread]/release`, both({ method: 'PUT' }, 'thread.reply')),
  ...at(`${threads}/[thread]/resolution`, [...both({ method: 'PUT' }, 'thread.resolve'), ...both({ method: 'DELETE' }, 'thread.resolve')]),
  ...at(`${threads}/[thread]/comments`, both({ method: 'POST', sends: reply }, 'thread.reply')),
  ...at(comment, [...both({ method: 'PUT', sends: async () => ({ body: 'Is that so?' }) }, 'comment.change'), ...both({ method: 'DELETE' }, 'comment.change')]),
  ...at(`${comment}/decision`, [
    ...both({ method: 'PUT', note: 'accept', sends: async () => ({ decision: 'accepted' }) }, 'thread.decide'),
    ...both({ method: 'PUT', note: 'reject', sends: async () => ({ decision: 'rejected' }) }, 'thread.decide'),
    ...both({ method: 'PUT', note: 'withdraw', sends: async () => ({ decision: 'withdrawn' }) }, 'comment.change'),
    { method: 'DELETE', parts: decided, answers: under('thread.decide', ownDecision) },
  ]),
  ...at(`${comment}/translations/[language]`, both({ method: 'PUT', sends: async () => ({ body: '是这样吗？' }) }, 'thread.translate')),
];
