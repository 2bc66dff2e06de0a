import type { InboxKind, InboxSubject } from '@/lib/domain/inbox';
import type { Localized } from '@/lib/domain/languages';
import type { NamedPerson } from '@/lib/domain/named-person';

/** What somebody is told, as they read it; times are ISO 8601, in UTC. */
export interface InboxEntry {
  readonly id: string;
  readonly kind: InboxKind;
  /** Null: the system. */
  readonly by: NamedPerson | null;
  /** Null: no single scenario is concerned. */
  readonly scenario: { readonly id: string; readonly title: Localized } | null;
  readonly subject: InboxSubject;
  readonly at: string;
  readonly read: boolean;
}

export interface Inbox {
  /** The newest first. */
  readonly entries: readonly InboxEntry[];
  readonly unread: number;
  /** There are older entries than these: ask again with the id of the last one. */
  readonly more: boolean;
}
