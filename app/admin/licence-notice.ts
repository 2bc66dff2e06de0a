import { daysToWarnOf, decideLicence, isGenuine, type CanvasLicence } from '../scenarios/[id]/canvas/canvas-licence';

/** What administrators are told of tldraw's licence key; `grace` is the time after its last day in which tldraw still runs. */
export type LicenceNotice =
  | { readonly kind: Extract<CanvasLicence, { mounts: false }>['reason'] | 'grace' }
  | { readonly kind: 'ends'; readonly days: number };

export interface LicenceSetting {
  /** The address that people type (`NEXTAUTH_URL`). */
  readonly address: string | undefined;
  readonly isProduction: boolean;
  readonly key: string | null;
  readonly now: Date;
}

/**
 * Says whether somebody has to see to tldraw's licence key, in time before the canvas stays away.
 * @param isSigned whether tldraw signed a key
 * @returns null while all is well, and where no key is needed (localhost, development)
 */
export async function licenceNoticeOf({ address, isProduction, key, now }: LicenceSetting, isSigned: (key: string) => Promise<boolean> = isGenuine): Promise<LicenceNotice | null> {
  const hostname = address && URL.canParse(address) ? new URL(address).hostname : 'localhost';
  const facts = { hostname, isProduction, now };
  if (decideLicence({ ...facts, key: null }).mounts) return null;
  const licence = decideLicence({ ...facts, key });
  if (!licence.mounts) return { kind: licence.reason };
  if (key === null || !(await isSigned(key))) return { kind: 'invalid' };
  const days = daysToWarnOf(licence, now);
  if (days === null) return null;
  return days === 0 ? { kind: 'grace' } : { kind: 'ends', days };
}
