import { versionNumber } from '@/lib/domain/version-number';

/** One side of a comparison: a version by its number, or the live scenario. */
export type VersionSide = number | 'now';

/** Reads `3` or `now`; null for whatever else, which names no version. */
export function parseSide(value: string): VersionSide | null {
  return value === 'now' ? 'now' : versionNumber(value);
}

/** The address of a comparison. */
export function comparePath(scenarioId: string, from: VersionSide, to: VersionSide): string {
  return `/scenarios/${scenarioId}/compare?from=${from}&to=${to}`;
}
