/*
 * tldraw is free on one's own machine and in development; for end users in production it needs a key, and without one it
 * blanks itself after some seconds (tldraw.dev/legal). So we decide before mounting it. Where it may not run, the network
 * stays readable as a figure and editable in the outline. The rules are those of @tldraw/editor's LicenseManager 5.4.
 */

export type CanvasLicence =
  | { readonly mounts: true; /** Null where no key is needed or the key has no end. */ readonly expires: Date | null }
  | { readonly mounts: false; readonly reason: 'missing' | 'invalid' | 'other-host' | 'expired' };

export interface LicenceFacts {
  /** Of the page, e.g. `accord.example.org`. */
  readonly hostname: string;
  readonly isProduction: boolean;
  readonly key: string | null;
  readonly now: Date;
}

const flags = { annual: 1, perpetual: 1 << 1, evaluation: 1 << 4 } as const;
const day = 24 * 60 * 60 * 1000;
/** tldraw goes on for this long after a paid key's last day; evaluation keys have no grace. */
const graceDays = 30;
/** Administrators are told this long before a key ends. */
export const warnDays = 60;
/** When the minor version that we use was published: perpetual keys cover what was published before they end. */
const published = new Date('2026-09-02T11:04:02Z');

/** Whether the canvas may be mounted. Whether the key's signature is genuine is for `isGenuine` to say. */
export function decideLicence({ hostname, isProduction, key, now }: LicenceFacts): CanvasLicence {
  if (!isProduction || isLoopback(hostname)) return { mounts: true, expires: null };
  if (!key?.trim()) return { mounts: false, reason: 'missing' };
  const licence = readKey(key);
  if (!licence) return { mounts: false, reason: 'invalid' };
  if (!licence.hosts.some((host) => isHost(host, hostname))) return { mounts: false, reason: 'other-host' };
  const has = (flag: number): boolean => (licence.flags & flag) === flag;
  const lastDay = new Date(licence.expires.getTime() + day);
  const end = has(flags.evaluation) ? lastDay : new Date(lastDay.getTime() + graceDays * day);
  const isOver = has(flags.perpetual) ? published >= end : (has(flags.annual) || has(flags.evaluation)) && now >= end;
  if (isOver) return { mounts: false, reason: 'expired' };
  return { mounts: true, expires: has(flags.perpetual) ? null : lastDay };
}

/** How many days are left before a key ends; null while there is nothing to warn of. */
export function daysToWarnOf(licence: CanvasLicence, now: Date): number | null {
  if (!licence.mounts || !licence.expires) return null;
  const days = Math.ceil((licence.expires.getTime() - now.getTime()) / day);
  return days <= warnDays ? Math.max(0, days) : null;
}

interface Key {
  readonly hosts: readonly string[];
  readonly flags: number;
  readonly expires: Date;
}

function readKey(key: string): Key | null {
  const parts = partsOf(key);
  if (!parts) return null;
  try {
    const [, hosts, keyFlags, expires] = JSON.parse(atob(parts.data)) as unknown[];
    const end = new Date(String(expires));
    if (!Array.isArray(hosts) || !hosts.every((host) => typeof host === 'string') || typeof keyFlags !== 'number' || Number.isNaN(end.getTime())) return null;
    return { hosts, flags: keyFlags, expires: new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), end.getUTCDate())) };
  } catch {
    return null;
  }
}

function partsOf(key: string): { readonly data: string; readonly signature: string } | null {
  const [head = '', signature = ''] = key.replace(/[\u200B-\u200D\uFEFF\s]/g, '').split('.');
  const [prefix = '', data = ''] = head.split('/');
  return prefix.startsWith('tldraw-') && data && signature ? { data, signature } : null;
}

function isHost(pattern: string, hostname: string): boolean {
  const host = pattern.toLowerCase().trim();
  const own = hostname.toLowerCase();
  if (host === '*' || host === own || `www.${host}` === own || host === `www.${own}`) return true;
  if (!host.startsWith('*.')) return false;
  return own.endsWith(host.slice(1)) || `www.${own}`.endsWith(host.slice(1));
}

function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** The public half of the key with which tldraw signs its licences. */
const publicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEHJh0uUfxHtCGyerXmmatE368Hd9rI6LH9oPDQihnaCryRFWEVeOvf9U/SPbyxX74LFyJs5tYeAHq5Nc0Ax25LQ==';

/** Whether tldraw signed this key. On plain http, where browsers can't check signatures, true. */
export async function isGenuine(key: string): Promise<boolean> {
  const parts = partsOf(key);
  if (!parts) return false;
  if (!globalThis.crypto?.subtle) return true;
  const bytes = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  try {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const signer = await crypto.subtle.importKey('spki', bytes(publicKey), algorithm, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, signer, bytes(parts.signature), bytes(parts.data));
  } catch {
    return false;
  }
}
