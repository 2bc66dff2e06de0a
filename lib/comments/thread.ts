import type { NamedPerson } from '@/lib/domain/named-person';

/** Something that a person said in a thread; times are ISO 8601, in UTC. */
export interface Comment {
  readonly id: string;
  readonly author: NamedPerson;
  /** Plain text. */
  readonly body: string;
  readonly at: string;
}

/** A discussion of one item, its comments in the order in which they were made. */
export interface Thread {
  readonly id: string;
  /** `itemName` of what is discussed; the item itself may have been deleted meanwhile. */
  readonly item: string;
  readonly resolved: { readonly by: NamedPerson; readonly at: string } | null;
  readonly comments: readonly Comment[];
}
