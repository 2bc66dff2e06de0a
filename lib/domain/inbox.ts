/** Why somebody is told something: each kind has its sentence in the namespace `inbox` and leads to a place of its own. */
export const inboxKinds = [
  'mentioned',
  'assigned',
  'replied',
  'proposal-decided',
  'shared',
  'offered',
  'signed',
  'declined',
  'deputised',
  'withdrawn',
  'agreed',
  'position-stale',
  'meeting-invited',
  'action-assigned',
] as const;
export type InboxKind = (typeof inboxKinds)[number];

/** Those that wait for something that the person has to do; the others only tell. */
export const askingKinds: ReadonlySet<InboxKind> = new Set<InboxKind>(['mentioned', 'assigned', 'offered', 'deputised', 'position-stale', 'meeting-invited', 'action-assigned']);

/** What an entry speaks of: where its link leads, never what somebody wrote. */
export interface InboxSubject {
  readonly thread?: string;
  readonly comment?: string;
  /** `itemName` of what is concerned. */
  readonly item?: string;
  /** Number of a snapshot. */
  readonly number?: number;
  /** Number of an offer of it; absent from entries that were made before they named it. */
  readonly offer?: number;
  readonly meeting?: string;
  readonly point?: string;
  /** How a proposed change was decided. */
  readonly accepted?: boolean;
}

/** How often somebody wants mail of what is in their inbox. */
export const mailFrequencies = ['at-once', 'daily', 'never'] as const;
export type MailFrequency = (typeof mailFrequencies)[number];
