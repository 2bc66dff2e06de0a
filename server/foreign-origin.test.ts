import { expect, test } from 'vitest';
import { hasForeignOrigin } from './foreign-origin';

const address = 'https://accord.example.org';

test.each<[Record<string, string>, boolean, string]>([
  [{ host: 'accord.example.org', origin: 'https://accord.example.org' }, false, 'its own page'],
  [{ host: 'app:3000', origin: 'https://accord.example.org' }, false, 'its own page behind a proxy that renames the host'],
  [{ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, false, 'the same host by another name than the configured one'],
  [{ host: 'accord.example.org' }, false, 'a program, which has no visitor'],
  [{ host: 'accord.example.org', 'sec-fetch-site': 'cross-site' }, true, 'a browser that tells where it came from but not the origin'],
  [{ host: 'accord.example.org', origin: 'https://evil.example' }, true, 'another site'],
  [{ host: 'accord.example.org', origin: 'https://accord.example.org.evil.example' }, true, 'a name that begins alike'],
  [{ host: 'accord.example.org', origin: 'null' }, true, 'a sandboxed frame or a file'],
])('%o: %s (%s)', (headers, foreign, _why) => {
  expect(hasForeignOrigin({ headers }, address)).toBe(foreign);
});
