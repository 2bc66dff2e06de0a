/**
 * The number of a version as it stands in an address: plain decimal digits. What else JavaScript takes for a number (`0x1`,
 * `1e0`, ` 1`, `01`) would give one version several addresses.
 * @returns null if it is none
 */
export function versionNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
