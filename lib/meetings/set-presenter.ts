import { and, eq, inArray, isNull } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { isUuid } from '@/lib/db/rights';
import { meetings } from '@/lib/db/schema/meetings';
import { people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { AccordError } from '@/lib/domain/errors';
import { includesRight } from '@/lib/domain/delegations';
import type { Actor } from '@/lib/policies/can';
import { openMeeting, touchMeeting } from './open-meeting';

export interface Presenting {
  readonly meeting: string;
  /** Whom the others follow; null: nobody. */
  readonly person: string | null;
  /** While the meeting runs nobody else edits its scenarios. Needs a presenter who may edit them. */
  readonly onlyPresenterEdits: boolean;
}

/**
 * Names the presenter of a meeting, and says whether the others edit meanwhile. Open sockets follow within seconds. For
 * those who lead the meeting.
 * @throws not-found (meeting, or somebody who takes part in none of its scenarios), forbidden, meeting-over;
 *   meeting-not-running for the wish that only the presenter edits; bad-request if nobody could edit then
 */
export async function setPresenter(db: Database, actor: Actor, { meeting, person, onlyPresenterEdits }: Presenting): Promise<void> {
  await db.transaction(async (tx) => {
    const opened = await openMeeting(tx, actor, meeting, 'meeting.lead');
    const scenarios = opened.scenarios.map(({ id }) => id);
    if (onlyPresenterEdits && person === null) throw new AccordError('bad-request');
    if (onlyPresenterEdits && opened.course !== 'running') throw new AccordError('meeting-not-running');
    if (person !== null) {
      if (!isUuid(person)) throw new AccordError('not-found');
      const rights = await tx
        .select({ right: scenarioRights.right })
        .from(scenarioRights)
        .innerJoin(people, eq(people.id, scenarioRights.personId))
        .where(and(inArray(scenarioRights.scenarioId, scenarios), eq(scenarioRights.personId, person), isNull(people.disabledAt)));
      if (rights.length === 0) throw new AccordError('not-found');
      if (onlyPresenterEdits && !rights.some(({ right }) => includesRight(right, 'editor'))) throw new AccordError('bad-request');
    }
    const { row } = opened;
    if (row.presenterId === person && row.onlyPresenterEdits === onlyPresenterEdits) return;
    await tx.update(meetings).set({ presenterId: person, onlyPresenterEdits }).where(eq(meetings.id, meeting));
    for (const scenario of scenarios) {
      await audit(tx, { person: actor.id, verb: 'meeting.set-presenter', scenario, subject: { meeting, presenter: person, onlyPresenterEdits } });
      await notify(tx, { about: 'editing', scenario });
    }
    await touchMeeting(tx, opened);
  });
}
