import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './config';

/**
 * Allows this host only, in everything. Scripts need the page's nonce, which Next reads from the request's header and sets on
 * its own; styles are inline because tldraw and the editors set them on elements.
 */
function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`, // React's development build evaluates
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:", // pasted pictures and tldraw's cursors and patterns
    "font-src 'self' data:",
    "media-src 'self' blob: data:",
    "connect-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Sets what every answer carries; a route may still set a stricter policy of its own. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse, config: Pick<Config, 'dev' | 'address'>): void {
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), config.dev);
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (config.address.startsWith('https:')) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
