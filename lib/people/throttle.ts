import { and, count, eq, gt, inArray, lt, min, sql } from 'drizzle-orm';
import type { Database, Queryable } from '@/lib/db/client';
import { signInFailures } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';

/** The window in which failures count, and how many of them close the door: for signing in per account and per address, for confirming per person. */
export const throttle = { windowSeconds: 15 * 60, perAccount: 10, perAddress: 40 } as const;

const windowStart = sql`now() - make_interval(secs => ${throttle.windowSeconds})`;

async function secondsUntilOpen(db: Queryable, column: typeof signInFailures.account | typeof signInFailures.address, value: string, limit: number): Promise<number> {
  // The oldest of the last `limit` failures is the one whose leaving of the window opens the door again.
  const recent = db
    .select({ at: signInFailures.at })
    .from(signInFailures)
    .where(and(eq(column, value), gt(signInFailures.at, windowStart)))
    .orderBy(sql`${signInFailures.at} desc`)
    .limit(limit)
    .as('recent');
  const [row] = await db
    .select({
      failures: count(),
      seconds: sql<number | null>`ceil(extract(epoch from ${min(recent.at)} + make_interval(secs => ${throttle.windowSeconds}) - now()))::int`,
    })
    .from(recent);
  return row && row.failures >= limit ? Math.max(1, row.seconds ?? 1) : 0;
}

/**
 * Where the confirmations of somebody who is signed in are counted: apart from signing in, or whoever sits down at an unlocked
 * machine and guesses there could lock its owner out. In capitals, as no typed address is (`normalizeEmail`), so nobody reaches
 * it from the sign-in page either.
 */
const confirmationsOf = (account: string): string => `CONFIRMATION ${account}`;

/**
 * Lets an attempt to sign in pass, or not: a sliding window of failures per account and per address. An attempt that passes counts
 * as a failure until `forgetFailures` says otherwise, so that many at once cannot slip through while passwords are being checked.
 * @throws AccordError `too-many-attempts` with `seconds` to wait
 */
export async function beginAttempt(db: Database, account: string, address: string): Promise<void> {
  await begin(db, account, { address, perAddress: throttle.perAddress });
}

/**
 * Lets somebody who is signed in enter their password again, or not: as in `beginAttempt`, per person, wherever they sit.
 * @throws AccordError `too-many-attempts` with `seconds` to wait
 */
export async function beginConfirmation(db: Database, account: string): Promise<void> {
  const bucket = confirmationsOf(account);
  await begin(db, bucket, { address: bucket, perAddress: throttle.perAccount });
}

async function begin(db: Database, account: string, { address, perAddress }: { readonly address: string; readonly perAddress: number }): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in:${account}`}, 0))`);
    const seconds = Math.max(
      await secondsUntilOpen(tx, signInFailures.account, account, throttle.perAccount),
      await secondsUntilOpen(tx, signInFailures.address, address, perAddress),
    );
    if (seconds > 0) throw new AccordError('too-many-attempts', { seconds });
    await tx.insert(signInFailures).values({ account, address });
    await tx.delete(signInFailures).where(lt(signInFailures.at, windowStart));
  });
}

/**
 * A success in signing in clears the account's failures, those of confirming included: who knows the password has shown it. It
 * does not clear the address's, or one known account would open the door for guessing others.
 */
export async function forgetFailures(db: Queryable, account: string): Promise<void> {
  await db.delete(signInFailures).where(inArray(signInFailures.account, [account, confirmationsOf(account)]));
}

/** A confirmation clears the failed ones before it, and leaves the count of failed sign-ins as it is. */
export async function forgetConfirmations(db: Queryable, account: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.account, confirmationsOf(account)));
}
