import { describe, expect, it } from 'vitest';
import { demoSignInAllowed, isLoopbackHost } from './demo-sign-in';

const here = { address: '127.0.0.1', host: 'localhost:3000', forwarded: false };
const local = { ACCORD_EMBEDDED: '1', HOST: '127.0.0.1', NEXTAUTH_URL: 'http://localhost:3000' };

describe('a host', () => {
  it.each(['localhost', 'localhost:3000', 'LOCALHOST', '127.0.0.1', '127.0.0.1:80', '127.1.2.3', '[::1]', '[::1]:3000', '::1'])('is this machine: %s', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each(['', 'example.org', 'localhost.example.org', '127.0.0.1.example.org', '127.0.0.1@example.org', '0.0.0.0', '::', '[::]', '192.168.0.1', '127.0.0.999', 'localhost:3000:1'])(
    'is not: %s',
    (host) => {
      expect(isLoopbackHost(host)).toBe(false);
    },
  );
});

describe('demo people', () => {
  it('sign in on this machine', () => {
    expect(demoSignInAllowed(here, local)).toBe(true);
    expect(demoSignInAllowed({ ...here, host: '[::1]:3000' }, { ...local, HOST: '::1', NEXTAUTH_URL: 'http://[::1]:3000' })).toBe(true);
    expect(demoSignInAllowed(here, { ACCORD_EMBEDDED: '1' })).toBe(true);
  });

  it.each([
    ['a request from a foreign name (DNS rebinding)', { ...here, host: 'evil.example.org' }, local],
    ['a request without a name', { ...here, host: '' }, local],
    ['a proxy in front', { ...here, forwarded: true }, local],
    ['a request that our listener did not stamp', null, local],
    ['a server that listens to the network', here, { ...local, HOST: '0.0.0.0' }],
    ['a server that listens to the network by IPv6', here, { ...local, HOST: '::' }],
    ['an installation with a public address', here, { ...local, NEXTAUTH_URL: 'https://accord.example.org' }],
    ['a database of its own', here, { ...local, ACCORD_EMBEDDED: undefined }],
    ['an address that is none', here, { ...local, NEXTAUTH_URL: 'localhost' }],
  ])('do not: %s', (_why, origin, environment) => {
    expect(demoSignInAllowed(origin, environment)).toBe(false);
  });
});
