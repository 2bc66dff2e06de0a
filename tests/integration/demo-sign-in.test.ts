import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInFailures } from '@/lib/db/schema/people';
import { seedDemo } from '@/lib/people/seed-demo';
import { signIn } from '@/lib/people/sign-in';
import { demoSignInAllowed } from '@/lib/sessions/demo-sign-in';
import { requestOrigin, stampRequestOrigin } from '@/lib/sessions/request-origin';
import { outcome } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

const environment = { ACCORD_EMBEDDED: '1', HOST: '127.0.0.1', NEXTAUTH_URL: 'http://localhost:3000' };

describe('demo people', () => {
  let test: TestDatabase;
  /** What our listener and Next do to a request before `authorize` sees it. */
  let listener: Server;
  let port: number;
  let listening = environment;

  beforeAll(async () => {
    test = await createTestDatabase();
    await seedDemo(test.db);
    listener = createServer((incoming, response) => {
      stampRequestOrigin(incoming);
      incoming.headers['x-forwarded-for'] ??= incoming.socket.remoteAddress;
      incoming.headers['x-forwarded-host'] ??= incoming.headers.host;
      const origin = requestOrigin((name) => incoming.headers[name]?.toString());
      const demoAllowed = demoSignInAllowed(origin, listening);
      void outcome(signIn(test.db, { email: 'anna@example.org', password: 'demo', address: origin?.address ?? '', demoAllowed })).then((code) => response.end(code));
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    port = (listener.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await new Promise((resolve) => listener.close(resolve));
    await test.drop();
  });
  beforeEach(async () => {
    listening = environment;
    await test.db.delete(signInFailures);
  });

  const signInOverHttp = (headers: Record<string, string> = {}) =>
    new Promise<string>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve(text));
      });
      sent.on('error', reject).end();
    });

  it('sign in from this machine', async () => {
    expect(await signInOverHttp()).toBe('done');
    expect(await signInOverHttp({ host: '127.0.0.1:3000' })).toBe('done');
  });

  it.each<Record<string, string>>([
    { host: 'accord.example.org' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'X-Forwarded-Host': 'localhost' },
    { 'x-forwarded-proto': 'https' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '127.0.0.1' },
    { via: '1.1 proxy', 'x-accord-origin': JSON.stringify({ address: '127.0.0.1', host: 'localhost', forwarded: false }) },
  ])('do not with %j, and are told nothing else than a wrong password', async (headers) => {
    expect(await signInOverHttp(headers)).toBe('wrong-credentials');
  });

  it.each([{ HOST: '0.0.0.0' }, { NEXTAUTH_URL: 'https://accord.example.org' }, { ACCORD_EMBEDDED: '' }])('do not on a server with %j', async (part) => {
    listening = { ...environment, ...part };
    expect(await signInOverHttp()).toBe('wrong-credentials');
  });
});
