import type { CloseReason } from '@/lib/sync/close-codes';
import type { Trust } from './scenario-session';

/**
 * All that the four honest states follow from. Our edits are counted; an edit is *acknowledged* when the server has
 * returned its number (message 102: it is committed), and *kept* when this device's database has confirmed it.
 */
export interface TrustFacts {
  /** The document is here, from the server or from the copy on this device. */
  readonly hasDocument: boolean;
  /** `trying`: the first attempt is under way, nothing is known yet. */
  readonly connection: 'trying' | 'synced' | 'lost';
  readonly newest: number;
  readonly acknowledged: number;
  readonly kept: number;
  /** The server has said that it can not commit at the moment. */
  readonly storageFailing: boolean;
  readonly refused: CloseReason | null;
}

export type TrustEvent =
  /** The copy on this device was read; `unsent`: it holds edits that no server has acknowledged. */
  | { readonly type: 'restored'; readonly hasDocument: boolean; readonly unsent: boolean }
  | { readonly type: 'edited' }
  | { readonly type: 'kept'; readonly counter: number }
  /** The copy on this device is gone or can not be written: nothing counts as kept any more. */
  | { readonly type: 'copy-lost' }
  | { readonly type: 'acknowledged'; readonly counter: number }
  | { readonly type: 'synced' }
  | { readonly type: 'disconnected' }
  | { readonly type: 'storage'; readonly failing: boolean }
  | { readonly type: 'refused'; readonly reason: CloseReason }
  | { readonly type: 'discarded' };

export const initialTrust: TrustFacts = {
  hasDocument: false,
  connection: 'trying',
  newest: 0,
  acknowledged: 0,
  kept: 0,
  storageFailing: false,
  refused: null,
};

/** The facts after an event. Pure; an acknowledgement of what was never sent changes nothing. */
export function trustAfter(facts: TrustFacts, event: TrustEvent): TrustFacts {
  switch (event.type) {
    case 'restored': {
      const unsent = event.unsent ? 1 : 0;
      return { ...facts, hasDocument: facts.hasDocument || event.hasDocument, newest: facts.newest + unsent, kept: facts.kept + unsent };
    }
    case 'edited':
      return { ...facts, newest: facts.newest + 1 };
    case 'kept':
      return event.counter > facts.kept && event.counter <= facts.newest ? { ...facts, kept: event.counter } : facts;
    case 'copy-lost':
      return { ...facts, kept: 0 };
    case 'acknowledged':
      return event.counter > facts.acknowledged && event.counter <= facts.newest ? { ...facts, acknowledged: event.counter } : facts;
    case 'synced':
      return { ...facts, hasDocument: true, connection: 'synced', storageFailing: false };
    case 'disconnected':
      return { ...facts, connection: 'lost', storageFailing: false };
    case 'storage':
      return { ...facts, storageFailing: event.failing };
    case 'refused':
      return { ...facts, refused: facts.refused ?? event.reason };
    case 'discarded':
      return { ...facts, acknowledged: facts.newest };
  }
}

/** True while something that we did is not known to be committed. */
export const hasUnsaved = (facts: TrustFacts): boolean => facts.acknowledged < facts.newest;

/** The one state that holds. */
export function trustOf(facts: TrustFacts): Trust {
  if (facts.refused) return { state: 'refused', reason: facts.refused, unsent: hasUnsaved(facts) };
  if (!facts.hasDocument) return { state: 'opening' };
  switch (facts.connection) {
    case 'trying':
      return { state: 'opening' };
    case 'lost':
      return { state: 'offline', kept: !hasUnsaved(facts) || facts.kept >= facts.newest, edited: hasUnsaved(facts) };
    case 'synced':
      return hasUnsaved(facts) ? { state: 'saving', held: facts.storageFailing } : { state: 'saved' };
  }
}

/** True if two states say the same. */
export function sameTrust(a: Trust, b: Trust): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key as keyof Trust] === b[key as keyof Trust]);
}
