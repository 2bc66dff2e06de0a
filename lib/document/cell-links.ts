import { fromBase64, toBase64 } from 'lib0/buffer';
import type * as Y from 'yjs';
import { longestQuote } from '@/lib/domain/comments';
import type { Evidence, EvidenceLink, RelationContent, RoleContent } from '@/lib/domain/evidence';
import { isEntityId } from '@/lib/domain/items';
import { isLanguage, languages, type Localized } from '@/lib/domain/languages';
import { isPhase, phases } from '@/lib/domain/phases';
import { relationKinds, sectionKeys, type Dimension } from '@/lib/domain/scenario';
import { isSoundText, soundText } from '@/lib/domain/text';
import { sha256Hex } from './canonical';
import { cellsOf, evidenceKey, evidenceRightForOf, sectionOf } from './roots';
import { anchorAt, plainSection, resolveAnchor, type PlainSection, type TextAnchor, type TextRange } from './text-anchors';

/*
 * What the cells of the assessment name: reasons and evidence. Each is a key of its own in `cells`, so that two people can
 * name something at the same moment, and one and the same thing only once. What evidence said when it was last confirmed
 * stands apart (`evidenceRightFor`), since it is not part of what is agreed.
 */

/** What a cell names, as it stands in the document. */
export interface CellLinks {
  readonly reasons: ReadonlySet<string>;
  readonly evidence: readonly EvidenceLink[];
}

/** The part of a key that says what is linked: of a passage a digest of its words, which may be long. */
export function evidenceRef(link: EvidenceLink): string {
  return link.kind === 'text' ? `text:${link.section}:${link.language}:${sha256Hex(link.quote).slice(0, 24)}` : `${link.kind}:${link.id}`;
}

/** The links of every cell that has any, by `<enterprise>:<dimension>`; records that this code does not understand are skipped. */
export function readCellLinks(doc: Y.Doc): ReadonlyMap<string, CellLinks> {
  const links = new Map<string, { readonly reasons: Set<string>; readonly evidence: EvidenceLink[] }>();
  cellsOf(doc).forEach((value, key) => {
    const [enterprise, dimension, field, ...rest] = key.split(':');
    if (field !== 'reason' && field !== 'evidence') return;
    const name = `${enterprise}:${dimension}`;
    const own = links.get(name) ?? { reasons: new Set(), evidence: [] };
    if (field === 'reason' && value === true && rest.length === 1) own.reasons.add(rest[0]!);
    const link = field === 'evidence' ? readLink(rest, value) : null;
    if (link) own.evidence.push(link);
    links.set(name, own);
  });
  return links;
}

function readLink([kind, a, b, digest, ...more]: readonly string[], value: unknown): EvidenceLink | null {
  if (kind === 'role' || kind === 'relation') return value === true && isEntityId(a) && b === undefined ? { kind, id: a } : null;
  const section = sectionKeys.find((each) => each === a);
  if (kind !== 'text' || !section || !isLanguage(b) || more.length > 0) return null;
  if (typeof value !== 'string' || value.trim() === '' || value.length > longestQuote || !isSoundText(value)) return null;
  const link = { kind, section, language: b, quote: value } as const;
  return evidenceRef(link).endsWith(`:${digest}`) ? link : null;
}

/** A section's plain text, read once however many passages are looked up in it. */
export type PlainReader = (fragment: Y.XmlFragment) => PlainSection;
export function readingOnce(): PlainReader {
  const read = new Map<Y.XmlFragment, PlainSection>();
  return (fragment) => {
    const known = read.get(fragment) ?? plainSection(fragment);
    read.set(fragment, known);
    return known;
  };
}

/** A cell's link with what it said when it was last confirmed, and of a passage what it says now. */
export function readEvidence(doc: Y.Doc, enterprise: string, dimension: Dimension, link: EvidenceLink, plainOf: PlainReader): Evidence {
  const stored = evidenceRightForOf(doc).get(evidenceKey(enterprise, dimension, evidenceRef(link)));
  switch (link.kind) {
    case 'role':
      return { ...link, rightFor: readRoleContent(stored) };
    case 'relation':
      return { ...link, rightFor: readRelationContent(stored) };
    case 'text': {
      const anchor = readAnchor(stored);
      return { ...link, rightFor: anchor?.quote ?? null, says: anchor && saidAt(sectionOf(doc, link.section, link.language), anchor, plainOf) };
    }
  }
}

/** Where the words of a passage stand in its section now; null if they are gone. */
export function placeOfPassage(doc: Y.Doc, enterprise: string, dimension: Dimension, link: EvidenceLink & { readonly kind: 'text' }, plainOf: PlainReader): TextRange | null {
  const anchor = readAnchor(evidenceRightForOf(doc).get(evidenceKey(enterprise, dimension, evidenceRef(link))));
  return anchor && placeOf(sectionOf(doc, link.section, link.language), anchor, plainOf);
}

/** An anchor without letters: what it is about is gone, also if the same words stand somewhere. */
const nowhere = { start: '', end: '' } as const;
/** Of words that stand in a text more often, so many places are tried. */
const mostPlaces = 50;

const placeOf = (fragment: Y.XmlFragment, anchor: TextAnchor, plainOf: PlainReader): TextRange | null => (anchor.start === '' ? null : resolveAnchor(fragment, anchor, plainOf(fragment)));

function saidAt(fragment: Y.XmlFragment, anchor: TextAnchor, plainOf: PlainReader): string | null {
  const range = placeOf(fragment, anchor, plainOf);
  return range && (passageIn(plainOf(fragment).text.slice(range.from, range.to)) || null);
}

const passageIn = (text: string): string => text.trim().slice(0, longestQuote).replace(/[\ud800-\udbff]$/, '').trimEnd();

/**
 * The anchor of a passage that says `says` in a text, and was right for `rightFor`.
 * @param says null: it is gone
 * @param near where it is looked for first
 */
export function anchorOfPassage(fragment: Y.XmlFragment, says: string | null, rightFor: string, plainOf: PlainReader, near = 0): TextAnchor {
  if (!says) return { ...nowhere, quote: rightFor };
  const plain = plainOf(fragment);
  const places: number[] = [];
  for (let at = plain.text.indexOf(says); at !== -1 && places.length < mostPlaces; at = plain.text.indexOf(says, at + 1)) places.push(at);
  let nearest: TextAnchor | null = null;
  for (const from of places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))) {
    const place = anchorAt(fragment, { from, to: from + says.length }, plain);
    const anchor = place && { ...place, quote: rightFor };
    if (anchor && saidAt(fragment, anchor, plainOf) === says) return anchor;
    nearest ??= anchor;
  }
  return nearest ?? { ...nowhere, quote: rightFor };
}

/** True if an anchor as it is stored reads as a passage that says `says` and was right for `rightFor`. */
export function isAnchorOf(fragment: Y.XmlFragment, stored: unknown, { rightFor, says }: { readonly rightFor: string | null; readonly says: string | null }, plainOf: PlainReader): boolean {
  const anchor = readAnchor(stored);
  return (anchor?.quote ?? null) === rightFor && (anchor ? saidAt(fragment, anchor, plainOf) : null) === says;
}

function readAnchor(value: unknown): TextAnchor | null {
  const { start, end, quote } = (value ?? {}) as { readonly start?: unknown; readonly end?: unknown; readonly quote?: unknown };
  if (!isPlace(start) || !isPlace(end) || typeof quote !== 'string' || quote.trim() === '' || quote.length > longestQuote) return null;
  return { start, end, quote: soundText(quote) };
}

function isPlace(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    return toBase64(fromBase64(value)) === value;
  } catch {
    return false;
  }
}

function readRoleContent(value: unknown): RoleContent | null {
  const { label, phases: placed } = (value ?? {}) as { readonly label?: unknown; readonly phases?: unknown };
  const said = readLabel(label);
  if (!said || typeof placed !== 'object' || placed === null) return null;
  const known = Object.entries(placed).flatMap(([phase, enterprise]: [string, unknown]) => (isPhase(phase) && (enterprise === null || isEntityId(enterprise)) ? [[phase, enterprise] as const] : []));
  return { label: said, phases: Object.fromEntries(known) };
}

function readRelationContent(value: unknown): RelationContent | null {
  const { label, kind, source, target, phases: stands } = (value ?? {}) as { readonly [key in keyof RelationContent]?: unknown };
  const said = readLabel(label);
  if (!said || !isEntityId(source) || !isEntityId(target) || !Array.isArray(stands)) return null;
  return { label: said, kind: relationKinds.find((each) => each === kind) ?? null, source, target, phases: phases.filter((phase) => stands.includes(phase)) };
}

function readLabel(value: unknown): Localized | null {
  const texts = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (!languages.every((language) => typeof texts[language] === 'string')) return null;
  return { en: soundText(texts['en'] as string), de: soundText(texts['de'] as string), zh: soundText(texts['zh'] as string) };
}
