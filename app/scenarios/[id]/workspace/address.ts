import { parseItemName } from '@/lib/domain/items';
import { isPhase, type Phase } from '@/lib/domain/phases';

/** The parts of the workspace that a link can lead to; the first four are ways to see the value network. */
export const parts = ['network', 'outline', 'figure', 'overlay', 'assessment', 'wording'] as const;
export type Part = (typeof parts)[number];

export const networkModes = ['network', 'figure', 'overlay', 'outline'] as const;
export type NetworkMode = (typeof networkModes)[number];

export const panelTabs = ['comments', 'agreement', 'checks', 'versions', 'changes'] as const;
export type PanelTab = (typeof panelTabs)[number];

/** What a link says of a workspace; null: nothing. */
export interface Address {
  readonly part: Part | null;
  readonly phase: Phase | null;
  /** Both phases side by side on the canvas. */
  readonly sides: boolean;
  readonly item: string | null;
  readonly panel: PanelTab | null;
  readonly thread: string | null;
  /** Id of one comment of a thread. */
  readonly comment: string | null;
}

/** Reads `?part=…&phase=…&sides=1&item=…&panel=…&thread=…&comment=…`; what makes no sense counts as not said. */
export function parseAddress(search: URLSearchParams): Address {
  const phase = search.get('phase');
  const item = search.get('item');
  const thread = rowId(search.get('thread'));
  const comment = rowId(search.get('comment'));
  return {
    part: parts.find((part) => part === search.get('part')) ?? null,
    phase: isPhase(phase) ? phase : null,
    sides: search.get('sides') === '1',
    item: item && parseItemName(item) ? item : null,
    panel: panelTabs.find((tab) => tab === search.get('panel')) ?? (thread || comment ? 'comments' : null),
    thread,
    comment,
  };
}

const rowId = (value: string | null): string | null => (value && /^[\w-]{1,64}$/.test(value) ? value : null);

/** The query that leads back to an address, with what else stands in `search` kept; `''` or `?…`. */
export function formatAddress(address: Address, search: URLSearchParams): string {
  const query = new URLSearchParams(search);
  for (const key of ['part', 'phase', 'sides', 'item', 'panel', 'thread', 'comment'] as const) {
    const value = address[key] === true ? '1' : address[key];
    if (value) query.set(key, value);
    else query.delete(key);
  }
  // `:` is allowed in a query and keeps item names readable.
  const text = query.toString().replaceAll('%3A', ':');
  return text ? `?${text}` : '';
}

/** The part in which an item is at home; null for the scenario as a whole. `mode`: how the network is being looked at. */
export function partOfItem(name: string, mode: NetworkMode): Part | null {
  switch (parseItemName(name)?.kind) {
    case 'role':
    case 'relation':
      return mode;
    case 'enterprise':
    case 'cell':
      return 'assessment';
    case 'section':
      return 'wording';
    default:
      return null;
  }
}
