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
  /** The items of a version with their hashes then: only what has not changed since. Null: all. */
  readonly since: ReadonlyMap<string, string> | null;
}

/** True if an item is what was asked for. @param speakFor id of the reader's delegation if the reader may speak for it */
export function passes(item: ItemAgreement, { status, scope, reason, since }: Filter, speakFor: string | null): boolean {
  return hasStatus(item, status, speakFor) && isWithin(item.name, scope) && (reason === null || item.reasons.includes(reason)) && (since === null || since.get(item.name) === item.hash);
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
