import { lt, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { endedSessions } from '@/lib/db/schema/people';
import { sessionSeconds } from './issue-session-cookie';
import type { SessionToken } from './session-token';
import { signedIn } from './signed-in';

/** A renewal that was under way as the session ended, and the tolerance in reading cookies, are both far shorter. */
const slackSeconds = 60 * 60;

/**
 * Ends one session for good, on whatever device a copy of its cookie may be; the person's other sessions go on. Nothing
 * happens if it has ended before.
 * @param token what the session's cookie holds
 */
export async function endSession(db: Database, token: SessionToken): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(endedSessions).where(lt(endedSessions.expiresAt, sql`now()`));
    if (!(await signedIn(tx, token))) return;
    // No cookie of this session outlives this: the last was issued before now.
    const expiresAt = sql`now() + make_interval(secs => ${sessionSeconds + slackSeconds})`;
    const ended = await tx.insert(endedSessions).values({ sessionId: token.sessionId, personId: token.personId, expiresAt }).onConflictDoNothing().returning();
    if (ended.length === 0) return;
    await audit(tx, { person: token.personId, verb: 'session.end' });
    await notify(tx, { about: 'person', person: token.personId });
  });
}
