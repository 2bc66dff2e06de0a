import type { CollectionText } from '@/lib/collections/collection-text';
import type { RichText } from '@/lib/domain/rich-text';

/** What the server holds of a text, as far as this browser knows. */
export type StoredText = Pick<CollectionText, 'text' | 'version'> & Partial<Pick<CollectionText, 'changedBy' | 'changedAt'>>;

/** A text of the front or back matter in somebody's hands: what they see is never replaced while it holds words of theirs that are not stored. */
export interface MatterState {
  /** What the reader sees. */
  readonly text: RichText;
  /** What it builds on. */
  readonly stored: StoredText;
  /** Somebody else has stored this meanwhile, and both are to be looked at; null: nobody has. */
  readonly theirs: StoredText | null;
}

export type MatterEvent =
  | { readonly kind: 'typed'; readonly text: RichText }
  /** The server holds this now. */
  | { readonly kind: 'arrived'; readonly stored: StoredText }
  /** What was sent is stored. */
  | { readonly kind: 'saved'; readonly stored: StoredText }
  | { readonly kind: 'keep-mine' }
  | { readonly kind: 'take-theirs' };

export const nothingStored: StoredText = { text: [], version: 0 };

const same = (a: RichText, b: RichText): boolean => inOrder(a) === inOrder(b);
/** Keys in one order: Postgres gives them back in another one. */
const inOrder = (text: RichText): string => JSON.stringify(text, (_key, value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value));

/** True if the reader has words that are not stored. */
export const isUnsaved = ({ text, stored }: MatterState): boolean => !same(text, stored.text);

export function nextMatterState(state: MatterState, event: MatterEvent): MatterState {
  switch (event.kind) {
    case 'typed':
      return { ...state, text: event.text };
    case 'saved':
      return { ...state, stored: event.stored, theirs: state.theirs && state.theirs.version > event.stored.version ? state.theirs : null };
    case 'arrived': {
      const { stored } = event;
      if (stored.version <= (state.theirs ?? state.stored).version) return state;
      if (same(state.text, stored.text)) return { text: state.text, stored, theirs: null };
      return isUnsaved(state) ? { ...state, theirs: stored } : { text: stored.text, stored, theirs: null };
    }
    case 'keep-mine':
      return state.theirs ? { ...state, stored: state.theirs, theirs: null } : state;
    case 'take-theirs':
      return state.theirs ? { text: state.theirs.text, stored: state.theirs, theirs: null } : state;
  }
}
