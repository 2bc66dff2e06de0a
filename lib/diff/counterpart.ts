import { counterpartState, type CounterpartState, type Wording } from '@/lib/domain/counterparts';
import type { Language } from '@/lib/domain/languages';
import { paragraphsOf } from '@/lib/domain/rich-text';
import type { SectionKey } from '@/lib/domain/scenario';
import { leadingChanges, type LeadingChange } from './counterpart-changes';

/** How a counterpart stands to the leading text, and what has changed there since it was right. */
export interface Counterpart {
  readonly state: CounterpartState;
  /** Empty unless it is out of date. */
  readonly changes: readonly LeadingChange[];
  /** Indices of its paragraphs (as `paragraphsOf` counts them) that render a changed one, as far as that can be told. */
  readonly concerned: readonly number[];
}

const inOrder: Omit<Counterpart, 'state'> = { changes: [], concerned: [] };

/** @returns null for the language that leads */
export function counterpartOf(wording: Wording, section: SectionKey, language: Language): Counterpart | null {
  const state = counterpartState(wording, section, language);
  const rightFor = wording.rightFor[section][language];
  if (state !== 'out-of-date' || !rightFor) return state && { state, ...inOrder };
  const leading = paragraphsOf(wording.sections[section][wording.leadingLanguage]);
  const changes = leadingChanges(rightFor.paragraphs, leading);
  const own = paragraphsOf(wording.sections[section][language]).length;
  return { state, changes, concerned: concernedBy(changes, own, rightFor.paragraphs.length, leading.length) };
}

/** A paragraph renders the one at the same place, if the text has as many as led when it was right, or as lead now; otherwise nobody can tell. */
function concernedBy(changes: readonly LeadingChange[], own: number, then: number, now: number): number[] {
  if (own !== then && own !== now) return [];
  const places = changes.map(({ was, is, at, now: place }) => (own === now ? (is === null ? place - 1 : place) : was === null ? at - 1 : at));
  return [...new Set(places.map((place) => Math.max(0, place)))].sort((a, b) => a - b);
}
