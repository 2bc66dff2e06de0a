import { parseItemName } from '@/lib/domain/items';
import type { OpenReason } from '@/lib/domain/open-items';
import { sectionKeys, type SectionKey } from '@/lib/domain/scenario';
import type { ItemAgreement } from './board';

/** `mine`: those that wait for the delegation for which the reader may speak. */
export const statuses = ['mine', 'open', 'agreed', 'all'] as const;
export type Status = (typeof statuses)[number];

/** What a bulk action or a look may be confined to: a part of the scenario, or one section in all languages. */
export const scopes = ['everything', 'network', 'assessment', 'wording', ...sectionKeys] as const;
export type Scope = (typeof scopes)[number];

export interface Filter {
  readonly status: Status;
  readonly scope: Scope;
  /** Null: whatever the reason. */
  readonly reason: OpenReason | null;
  /** Only what has not changed since a version. Null: all. */
  readonly since: Since | null;
}

/** A version, and the items that it had with their hashes then. */
export interface Since {
  readonly version: number;
  readonly hashes: ReadonlyMap<string, string>;
}

/** What somebody sees who has asked for nothing in particular. @param speakFor id of the reader's delegation if the reader may speak for it */
export const filterAtFirst = (speakFor: string | null): Filter => ({ status: speakFor === null ? 'open' : 'mine', scope: 'everything', reason: null, since: null });

/** True if an item is what was asked for. @param speakFor id of the reader's delegation if the reader may speak for it */
export function passes(item: ItemAgreement, { status, scope, reason, since }: Filter, speakFor: string | null): boolean {
  return hasStatus(item, status, speakFor) && isWithin(item.name, scope) && (reason === null || item.reasons.includes(reason)) && (since === null || since.hashes.get(item.name) === item.hash);
}

function hasStatus(item: ItemAgreement, status: Status, speakFor: string | null): boolean {
  switch (status) {
    case 'mine':
      return speakFor !== null && item.waitsFor.includes(speakFor);
    case 'open':
      return item.reasons.length > 0;
    case 'agreed':
      return item.reasons.length === 0;
    case 'all':
      return true;
  }
}

function isWithin(name: string, scope: Scope): boolean {
  if (scope === 'everything') return true;
  const item = parseItemName(name);
  switch (item?.kind) {
    case 'role':
    case 'relation':
      return scope === 'network';
    case 'enterprise':
    case 'cell':
      return scope === 'assessment';
    case 'section':
      return scope === 'wording' || (scope satisfies SectionKey | 'network' | 'assessment') === item.section;
    default:
      return false;
  }
}
