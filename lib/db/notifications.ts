import { sql } from 'drizzle-orm';
import type { Queryable } from './client';

/** The channel on which rows announce themselves to every process (Postgres NOTIFY; payload: a `Notification` as JSON). */
export const notificationChannel = 'accord';

/** What changed. Sent inside the transaction that changes it, so it arrives after the commit or never. */
export type Notification =
  /** The document's log has grown up to `seq`. */
  | { readonly about: 'document'; readonly scenario: string; readonly seq: number }
  /** Rights in a scenario have changed for a person. */
  | { readonly about: 'access'; readonly scenario: string; readonly person: string }
  /** The person's account, password, delegation or sessions have changed. */
  | { readonly about: 'person'; readonly person: string }
  /** Who may edit the scenario right now has changed, whatever right they hold. */
  | { readonly about: 'editing'; readonly scenario: string }
  /** Something has happened to a meeting that deals with the scenario. */
  | { readonly about: 'meetings'; readonly scenario: string }
  /** The person's inbox has a new entry, or some have been read. */
  | { readonly about: 'inbox'; readonly person: string }
  /** `delegation`: only its people may hear of it, since the thread is internal to it. */
  | { readonly about: 'threads'; readonly scenario: string; readonly thread: string; readonly delegation?: string }
  | { readonly about: 'snapshots'; readonly scenario: string }
  /** What delegations say of items, or how they judge cells. */
  | { readonly about: 'positions'; readonly scenario: string };

/** Announces a change, inside the transaction that makes it. */
export async function notify(tx: Queryable, notification: Notification): Promise<void> {
  await notifyAll(tx, [notification]);
}

/** Announces several changes by one statement. */
export async function notifyAll(tx: Queryable, notifications: readonly Notification[]): Promise<void> {
  if (notifications.length === 0) return;
  await tx.execute(sql`select pg_notify(${notificationChannel}, said::text) from json_array_elements(${JSON.stringify(notifications)}::json) as said`);
}
