import { describe, expect, it } from 'vitest';
import type { Comment, Thread } from '@/lib/comments/thread';
import { filtersOn, noFilter, parseFilter, passesFilter, type ThreadFilter } from './filter-threads';

const anna = { id: 'anna', name: 'Anna', delegation: 'DE' };
const li = { id: 'li', name: 'Li', delegation: 'CN' };
const olga = { id: 'olga', name: 'Olga', delegation: null };

const comment = (author: typeof anna | typeof olga, more: Partial<Comment> = {}): Comment => ({ id: 'c', author, body: 'x', at: '2026-11-23T10:00:00.000Z', language: null, editedAt: null, isDeleted: false, mentions: [], translations: [], proposal: null, ...more });
const thread = (id: string, more: Partial<Thread> = {}): Thread => ({ id, item: 'scenario', kind: 'general', anchor: null, called: null, internalTo: null, assignee: null, dueOn: null, resolved: null, unread: 0, comments: [comment(anna)], ...more });

const threads = [
  thread('annas', { unread: 1 }),
  thread('lis', { item: 'role:a', kind: 'technical', comments: [comment(li)] }),
  thread('calls-anna', { item: 'cell:a:who', comments: [comment(li, { mentions: [anna] })] }),
  thread('asks-anna', { item: 'section:description:zh', assignee: { person: anna }, comments: [comment(olga)] }),
  thread('asks-germany', { item: 'section:value-proposition:en', assignee: { delegation: 'DE' }, comments: [comment(li)] }),
  thread('internal', { item: 'enterprise:a', internalTo: 'DE', comments: [comment(olga)] }),
  thread('settled', { resolved: { by: li, at: '2026-11-23T10:00:00.000Z' }, comments: [comment(li)] }),
];
const shown = (filter: Partial<ThreadFilter>, me: typeof anna | typeof olga = anna): string[] =>
  threads.filter((each) => passesFilter(each, { ...noFilter, ...filter }, { me, detached: new Set(['lis']), unread: new Set(['calls-anna']) })).map(({ id }) => id);

describe('threads are shown', () => {
  it.each<[Partial<ThreadFilter>, string[]]>([
    [{}, ['annas', 'lis', 'calls-anna', 'asks-anna', 'asks-germany', 'internal']],
    [{ state: 'resolved' }, ['settled']],
    [{ scope: 'mine' }, ['annas', 'calls-anna', 'asks-anna']],
    [{ scope: 'delegation' }, ['annas', 'asks-anna', 'asks-germany', 'internal']],
    [{ scope: 'unread' }, ['annas', 'calls-anna']],
    [{ kind: 'technical' }, ['lis']],
    [{ place: 'network' }, ['lis']],
    [{ place: 'assessment' }, ['calls-anna', 'internal']],
    [{ place: 'description' }, ['asks-anna']],
    [{ place: 'scenario', state: 'all' }, ['annas', 'settled']],
    [{ place: 'detached' }, ['lis']],
    [{ person: 'li', state: 'all' }, ['lis', 'calls-anna', 'asks-germany', 'settled']],
    [{ person: 'li', kind: 'technical', scope: 'mine' }, []],
  ])('%j', (filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });

  it('of no delegation to an observer', () => {
    expect(shown({ scope: 'delegation' }, olga)).toEqual([]);
    expect(filtersOn({ ...noFilter, kind: 'general', person: 'x' })).toBe(2);
  });
});

describe('a filter that was kept', () => {
  it('is the same again, but for what was unread then', () => {
    const filter: ThreadFilter = { state: 'resolved', scope: 'mine', kind: 'technical', place: 'network', person: 'li' };
    expect(parseFilter(JSON.stringify(filter))).toEqual(filter);
    expect(parseFilter(JSON.stringify({ ...filter, scope: 'unread' }))).toEqual({ ...filter, scope: 'everybody' });
  });

  it.each(['', '{', 'null', '7', '"open"', '[]', '{"state":"x","scope":1,"kind":"","place":{},"person":2}'])('does not matter where it makes no sense: %s', (kept) => {
    expect(parseFilter(kept)).toEqual(noFilter);
  });
});
