import { sql } from 'drizzle-orm';
import { meetings } from '@/lib/db/schema/meetings';

/**
 * The present moment by the database's clock, as a part of a query: every time of a meeting is the database's, so that those
 * which are compared with each other come from one clock, whatever that of this machine says.
 */
export const databaseNow = sql`now()`.mapWith(meetings.startsAt);
