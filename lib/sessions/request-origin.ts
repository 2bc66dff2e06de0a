import type { IncomingHttpHeaders } from 'node:http';

/**
 * Where a request came from, as the process that took it off the wire saw it. Next adds `x-forwarded-*` headers of its own
 * to requests inside the process, so what the browser (or a proxy in front) really sent is only known to our http listener.
 * It stamps every request; the stamp is overwritten, so nobody outside can forge one.
 */
export interface RequestOrigin {
  /**
   * The other end of the TCP connection; where that is this machine and a proxy says for whom it asks, that address. Further
   * away anybody could claim anything.
   */
  readonly address: string;
  /** The `Host` header as sent. */
  readonly host: string;
  /** True if any header says that a proxy stands in between. */
  readonly forwarded: boolean;
}

const stampHeader = 'x-accord-origin';

function isForwardingHeader(name: string): boolean {
  return name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'via' || name === 'x-real-ip';
}

/**
 * Stamps a request with its origin, whatever a stamp it came with. Our http listener calls it first of all, before Next.
 * @param request the raw request of `node:http`
 */
export function stampRequestOrigin(request: { readonly headers: IncomingHttpHeaders; readonly socket: { readonly remoteAddress?: string | undefined } }): void {
  const peer = request.socket.remoteAddress ?? '';
  const claimed = request.headers['x-forwarded-for'];
  const nearest = (Array.isArray(claimed) ? claimed.join(',') : claimed)?.split(',').at(-1)?.trim();
  const origin: RequestOrigin = {
    address: nearest && /^(::1|(::ffff:)?127\.[\d.]+)$/.test(peer) ? nearest.slice(0, 100) : peer,
    host: request.headers.host ?? '',
    forwarded: Object.keys(request.headers).some(isForwardingHeader),
  };
  request.headers[stampHeader] = JSON.stringify(origin);
}

/** The stamp of a request; null where our listener did not take it, in which case nothing may be trusted about it. */
export function requestOrigin(header: (name: string) => string | null | undefined): RequestOrigin | null {
  try {
    const stamp: unknown = JSON.parse(header(stampHeader) ?? 'null');
    if (typeof stamp !== 'object' || stamp === null) return null;
    const { address, host, forwarded } = stamp as Record<string, unknown>;
    return typeof address === 'string' && typeof host === 'string' && typeof forwarded === 'boolean' ? { address, host, forwarded } : null;
  } catch {
    return null;
  }
}
