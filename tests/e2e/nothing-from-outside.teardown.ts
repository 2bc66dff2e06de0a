import { expect, test } from '@playwright/test';
import { notedHosts } from '../support/hosts';

const local = new Set(['localhost', '127.0.0.1', '::1', 'data:', 'blob:', 'about:']);

test('over the whole run neither a browser nor the server asked another host for anything', () => {
  const noted = notedHosts();
  expect(noted, 'the recording works: the server talks to its Postgres, the browsers to the server').toEqual(
    expect.arrayContaining(['server 127.0.0.1', 'browser localhost']),
  );
  expect(noted.filter((line) => !local.has(line.split(' ')[1] ?? ''))).toEqual([]);
});
