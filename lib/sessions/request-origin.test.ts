import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { requestOrigin, stampRequestOrigin } from './request-origin';

function stamped(headers: IncomingHttpHeaders, remoteAddress = '127.0.0.1') {
  const request = { headers: { ...headers }, socket: { remoteAddress } };
  stampRequestOrigin(request);
  return requestOrigin((name) => request.headers[name]?.toString());
}

describe("a request's origin", () => {
  it('is what came over the wire, not what Next adds later', () => {
    const request: { headers: IncomingHttpHeaders; socket: { remoteAddress: string } } = { headers: { host: 'localhost:3000' }, socket: { remoteAddress: '::1' } };
    stampRequestOrigin(request);
    request.headers['x-forwarded-host'] = 'localhost:3000';
    expect(requestOrigin((name) => request.headers[name]?.toString())).toEqual({ address: '::1', host: 'localhost:3000', forwarded: false });
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-anything', 'forwarded', 'via', 'x-real-ip'])('is forwarded with %s', (header) => {
    expect(stamped({ host: 'localhost', [header]: '' })?.forwarded).toBe(true);
  });

  it('cannot be claimed from outside', () => {
    const forged = JSON.stringify({ address: '127.0.0.1', host: 'localhost', forwarded: false });
    expect(stamped({ host: 'evil.example.org', via: 'x', 'x-accord-origin': forged }, '203.0.113.5')).toEqual({ address: '203.0.113.5', host: 'evil.example.org', forwarded: true });
  });

  it('names whom a proxy on this machine asks for, and believes no one else', () => {
    expect(stamped({ host: 'a', 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })?.address).toBe('203.0.113.9');
    expect(stamped({ host: 'a', 'x-forwarded-for': '203.0.113.9' }, '192.0.2.7')?.address).toBe('192.0.2.7');
  });

  it.each([null, '', 'x', '[]', '{"address":1}', 'null'])('is unknown where the stamp is %j', (stamp) => {
    expect(requestOrigin(() => stamp)).toBeNull();
  });
});
