import { describe, expect, it } from 'vitest';
import { parseNews } from './accord-messages';

describe('parseNews', () => {
  it('reads every topic', () => {
    expect(parseNews('{"topic":"threads","thread":"t1"}')).toEqual({ topic: 'threads', thread: 't1' });
    expect(parseNews('{"topic":"threads"}')).toEqual({ topic: 'threads' });
    expect(parseNews('{"topic":"snapshots"}')).toEqual({ topic: 'snapshots' });
    expect(parseNews('{"topic":"positions"}')).toEqual({ topic: 'positions' });
    expect(parseNews('{"topic":"inbox"}')).toEqual({ topic: 'inbox' });
    expect(parseNews('{"topic":"meetings"}')).toEqual({ topic: 'meetings' });
    expect(parseNews('{"topic":"access","right":"viewer"}')).toEqual({ topic: 'access', right: 'viewer', editing: 'open' });
    expect(parseNews('{"topic":"access","right":"editor","editing":"presenter"}')).toEqual({ topic: 'access', right: 'editor', editing: 'presenter' });
    expect(parseNews('{"topic":"storage","state":"failing"}')).toEqual({ topic: 'storage', state: 'failing' });
  });

  it('skips what it does not know', () => {
    for (const json of ['', 'null', '[]', '"x"', '{"topic":"weather"}', '{"topic":"access","right":"king"}', '{"topic":"storage"}']) expect(parseNews(json)).toBeNull();
  });
});
