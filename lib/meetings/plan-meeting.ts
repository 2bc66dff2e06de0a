import { and, asc, eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { once } from '@/lib/db/once';
import { rightOf } from '@/lib/db/rights';
import { meetings, meetingScenarios } from '@/lib/db/schema/meetings';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import { mostMeetingScenarios } from '@/lib/domain/meetings';
import type { Actor } from '@/lib/policies/can';
import { requireMeeting } from '@/lib/policies/require-meeting';
import { checkPlan } from './check-plan';
import { invite } from './invite';
import type { MeetingPlan } from './meeting';

export interface NewMeeting extends MeetingPlan {
  /** Ids of the scenarios that it deals with, in their order. */
  readonly scenarios: readonly string[];
  /** A uuid chosen for one press of "plan". */
  readonly requestId: string;
}

/**
 * Plans a meeting and invites everybody who takes part in its scenarios. For facilitators of all of them.
 * @returns its id
 * @throws not-found (a scenario that there is not, or not for this person), forbidden, bad-request, empty-text, too-large,
 *   no-such-time
 */
export async function planMeeting(db: Database, actor: Actor, input: NewMeeting): Promise<{ meeting: string }> {
  const { scenarios, requestId } = input;
  const attempt = (): Promise<{ meeting: string }> =>
    db.transaction(async (tx) => {
      await requireScenarios(tx, actor, scenarios);
      const plan = checkPlan(input);
      const [earlier] = await tx
        .select()
        .from(meetings)
        .where(and(eq(meetings.createdBy, actor.id), eq(meetings.requestId, requestId)));
      // what has been changed since can't be compared
      const isSame = async ({ id, ...asked }: typeof meetings.$inferSelect): Promise<boolean> =>
        (Object.keys(plan) as (keyof typeof plan)[]).every((part) => String(asked[part]) === String(plan[part])) && (await scenariosOf(tx, id)).join() === scenarios.join();
      if (earlier && earlier.planVersion === 0 && !(await isSame(earlier))) throw requestUsed();
      if (earlier) return { meeting: earlier.id };
      const [row] = await tx
        .insert(meetings)
        .values({ ...plan, createdBy: actor.id, requestId })
        .returning({ id: meetings.id });
      const meeting = row!.id;
      await tx.insert(meetingScenarios).values(scenarios.map((scenarioId, position) => ({ meetingId: meeting, scenarioId, position })));
      await invite(tx, actor, meeting, scenarios);
      for (const scenario of scenarios) {
        await audit(tx, { person: actor.id, verb: 'meeting.plan', scenario, subject: { meeting, local: plan.local, zone: plan.zone } });
        await notify(tx, { about: 'meetings', scenario });
      }
      return { meeting };
    });
  return once(attempt, 'meetings_request');
}

async function scenariosOf(tx: Transaction, meeting: string): Promise<string[]> {
  const rows = await tx.select({ id: meetingScenarios.scenarioId }).from(meetingScenarios).where(eq(meetingScenarios.meetingId, meeting)).orderBy(asc(meetingScenarios.position));
  return rows.map(({ id }) => id);
}

/** Lets pass who may lead a meeting on these scenarios. @throws not-found, forbidden, bad-request */
export async function requireScenarios(tx: Transaction, actor: Actor, scenarios: readonly string[]): Promise<void> {
  if (scenarios.length === 0 || scenarios.length > mostMeetingScenarios || new Set(scenarios).size < scenarios.length) throw new AccordError('bad-request');
  const rights = await Promise.all(scenarios.map((scenario) => rightOf(tx, actor.id, scenario)));
  if (rights.some((right) => right === null)) throw new AccordError('not-found');
  requireMeeting(actor, 'meeting.lead', { rights });
}
