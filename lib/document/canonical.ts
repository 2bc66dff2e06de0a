import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Scenario } from '@/lib/domain/scenario';

/** The scenario as canonical JSON (RFC 8785: sorted keys, no white space), every string in Unicode NFC. */
export function canonicalJson(scenario: Scenario): string {
  return canonicalize(normalized(scenario))!;
}

/**
 * SHA-256 of what a scenario says: without places on the canvas and working notes, which are not part of what is agreed
 * (design.md, "Agreement"). Two scenarios with the same one differ in nothing that anybody could agree to.
 */
export function contentHash(scenario: Scenario): string {
  const roles = scenario.roles.map((role) => ({
    ...role,
    phases: Object.fromEntries(Object.entries(role.phases).map(([phase, { enterprise }]) => [phase, { enterprise, box: null }])),
  }));
  return sha256Hex(canonicalJson({ ...scenario, roles, notes: [] }));
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. Works where `crypto.subtle` does not exist. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Every string of a plain value in Unicode NFC. */
export function normalized(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normalized);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.normalize('NFC'), normalized(part)]));
  return value;
}
