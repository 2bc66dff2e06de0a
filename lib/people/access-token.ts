import { createHash, randomBytes } from 'node:crypto';

/** The secret of a new link: 32 random bytes, in base64url. */
export function newAccessToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a link's secret: enough to recognise it, not enough to use it. */
export function hashAccessToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Where a link leads, below the installation's address. */
export function accessLinkPath(token: string): string {
  return `/access/${token}`;
}
