import { workingLanguage, type Language, type Localized } from './languages';
import type { NamedPerson } from './named-person';

/** A side that has to agree. `code` is what badges show in English and German (GER is shown as DE on badges). */
export interface Delegation {
  readonly id: string;
  readonly code: string;
  readonly name: Localized;
}

/** The language of whoever belongs to a delegation and has chosen none. @param code null: an observer */
export const languageOfDelegation = (code: string | null): Language => (code === 'DE' ? 'de' : code === 'CN' ? 'zh' : workingLanguage);

/** What somebody may do in a scenario; each right includes the ones after it. */
export const rights = ['facilitator', 'editor', 'commenter', 'viewer'] as const;
export type Right = (typeof rights)[number];

/** What people hold in a scenario, or in a collection. */
export interface HeldRights {
  /** Who holds what, facilitators first. */
  readonly held: readonly (NamedPerson & { readonly right: Right })[];
  /** The other active people, whom a facilitator may let in. */
  readonly others: readonly NamedPerson[];
}

/** True if `held` includes all that `needed` allows. */
export function includesRight(held: Right | null, needed: Right): boolean {
  return held !== null && rights.indexOf(held) <= rights.indexOf(needed);
}
