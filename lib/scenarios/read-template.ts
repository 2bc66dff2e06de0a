import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { scenarios } from '@/lib/db/schema/scenarios';
import type { Localized } from '@/lib/domain/languages';
import { can, type Actor } from '@/lib/policies/can';

/** With which scenario another one began; `hidden`: with one that the reader may not see. */
export type Template = { readonly id: string; readonly title: Localized } | 'hidden';

/**
 * @param scenario id of a scenario that the reader may see
 * @returns null if it began with none, or with one that is no more
 */
export async function readTemplate(db: Queryable, actor: Actor, scenario: string): Promise<Template | null> {
  const template = alias(scenarios, 'template');
  const [row] = await db.select({ id: template.id, summary: template.summary }).from(scenarios).innerJoin(template, eq(template.id, scenarios.derivedFrom)).where(eq(scenarios.id, scenario));
  if (!row) return null;
  return can(actor, 'scenario.read', { right: await rightOf(db, actor.id, row.id) }) ? { id: row.id, title: row.summary.title } : 'hidden';
}
