import type { IncomingMessage } from 'node:http';

/**
 * Whether a request was caused by another website. Browsers name the page's origin in every write and every websocket
 * upgrade; a program that names none has no visitor whose cookie it could misuse.
 * @param address Accord's own address, which a reverse proxy may hide behind another `Host`
 */
export function hasForeignOrigin(request: Pick<IncomingMessage, 'headers'>, address: string): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site';
  if (!URL.canParse(origin)) return true; // "null": a sandboxed frame or a file
  const from = new URL(origin);
  return from.origin !== new URL(address).origin && from.host !== host;
}
