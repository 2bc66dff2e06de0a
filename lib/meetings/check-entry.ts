import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { isDay } from '@/lib/domain/day';
import { AccordError } from '@/lib/domain/errors';
import { longestEntry, longestMeetingLine, type EntryKind } from '@/lib/domain/meetings';
import { optionalLine, statedText } from '@/lib/domain/stated-text';

/** What stands in an entry. */
export interface EntryContent {
  readonly kind: EntryKind;
  readonly body: string;
  /** Of an action, who does it: somebody who takes part, or somebody by name. Both empty: nobody yet. */
  readonly assignee: { readonly person: string | null; readonly name: string };
  /** Of an action, until when: `2026-06-01`; null: no date. */
  readonly dueOn: string | null;
}

/**
 * What is stored of an entry. A note or a decision is nobody's to do and has no date.
 * @param scenarios those that the point concerns: who is given something to do takes part in one of them
 * @throws empty-text, too-large, bad-request (a date that does not exist), not-found (the assignee)
 */
export async function checkEntry(tx: Transaction, scenarios: readonly string[], { kind, body, assignee, dueOn }: EntryContent) {
  const stated = { kind, body: statedText(body, longestEntry) };
  if (kind !== 'action') return { ...stated, assigneeId: null, assigneeName: '', assignedIn: null, dueOn: null };
  if (dueOn !== null && !isDay(dueOn)) throw new AccordError('bad-request');
  if (assignee.person === null) return { ...stated, assigneeId: null, assigneeName: optionalLine(assignee.name, longestMeetingLine), assignedIn: null, dueOn };
  const [known] = isUuid(assignee.person)
    ? await tx
        .select({ scenario: scenarioRights.scenarioId })
        .from(scenarioRights)
        .innerJoin(people, eq(people.id, scenarioRights.personId))
        .where(and(eq(scenarioRights.personId, assignee.person), inArray(scenarioRights.scenarioId, [...scenarios]), isNull(people.disabledAt)))
        .limit(1)
    : [];
  if (!known) throw new AccordError('not-found');
  return { ...stated, assigneeId: assignee.person, assigneeName: '', assignedIn: known.scenario, dueOn };
}
