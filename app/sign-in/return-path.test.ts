import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

describe('the way back after signing in', () => {
  it.each(['/', '/scenarios/4f?phase=after#role:1', '/admin'])('leads to %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([undefined, '', 'https://evil.example.org', '//evil.example.org', '/\\evil.example.org', '/\t/evil.example.org', 'javascript:alert(1)', '/sign-in?returnTo=/sign-in', ['/a', '/b']])(
    'never leads to %s',
    (path) => {
      expect(returnPath(path)).toBe('/');
    },
  );
});
