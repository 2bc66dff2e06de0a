import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { neverDeclaredRight } from '@/lib/domain/counterparts';
import { byKey } from '@/lib/domain/by-key';
import { workingLanguage } from '@/lib/domain/languages';
import type { RichText } from '@/lib/domain/rich-text';
import { dimensions, emptyCell, type Scenario } from '@/lib/domain/scenario';

/** The scenario as canonical JSON (RFC 8785: sorted keys, no white space), every string in Unicode NFC. */
export function canonicalJson(scenario: Scenario): string {
  return canonicalize(normalized(scenario))!;
}

/** A text as canonical JSON, in the same form. */
export function canonicalText(text: RichText): string {
  return canonicalize(normalized(text))!;
}

/** What `canonicalJson` wrote, read again; what a text written before a field existed lacks is filled in. */
export function readCanonicalJson(text: string): Scenario {
  const written = JSON.parse(text) as Omit<Scenario, 'leadingLanguage' | 'rightFor' | 'reasons'> & Partial<Scenario>;
  const enterprises = written.enterprises.map((enterprise) => ({ ...unclaimed, ...enterprise }));
  const assessment = Object.fromEntries(Object.entries(written.assessment).map(([id, cells]) => [id, byKey(dimensions, (dimension) => ({ ...emptyCell, ...cells[dimension] }))]));
  return { leadingLanguage: workingLanguage, rightFor: neverDeclaredRight, reasons: [], ...written, enterprises, assessment };
}

const unclaimed = { claim: null, claimReason: '' };

/** A scenario as it comes back from a snapshot, so that it can be compared with one. */
export function asStored(scenario: Scenario): Scenario {
  return readCanonicalJson(canonicalJson(scenario));
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
