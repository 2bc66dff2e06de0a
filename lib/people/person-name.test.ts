import { describe, expect, it } from 'vitest';
import { parseName } from './person-name';

describe('a name', () => {
  it('is one line without what cannot be seen', () => {
    expect(parseName('  Anna\n\tWeber ')).toBe('Anna Weber');
    expect(parseName('Anna\u202Ereb\u200eeW')).toBe('Anna reb eW');
  });

  it('may be Chinese, accented or hyphenated', () => {
    for (const name of ['李明', 'Jürgen Groß-Müller', "Siobhán O'Brien"]) expect(parseName(name)).toBe(name);
    expect(parseName('Ju\u0308rgen')).toBe('J\u00fcrgen');
  });

  it.each([['', 'empty-text'], [' \u200e ', 'empty-text'], ['x'.repeat(121), 'too-large']])('is refused: %j', (name, code) => {
    expect(() => parseName(name)).toThrow(expect.objectContaining({ code }));
  });
});
