import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { mails } from '@/lib/db/schema/inbox';

/** The hour, in UTC, at which daily mails go out: early morning in Germany, early afternoon in China. */
const dailyHour = 5;
/** Older entries are no news: they wait in the inbox, but no mail tells of them (say, when mail was set up only now). */
const newsDays = 7;

/** The last moment at or before `now` at which daily mails became due. */
export function lastDailyMoment(now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), dailyHour);
  return new Date(today <= now.getTime() ? today : today - 86_400_000);
}

/**
 * Puts what people have not read and no mail has told yet into mails, one a person, as often as each wants them. Demo people,
 * and those who can not sign in, get none. Who may no longer read of an entry when its mail goes out is not told by mail later
 * either, should the right come back: the entry waits in the inbox. To be called by one process at a time.
 * @returns how many mails were made
 */
export async function collectMails(db: Database, now: Date): Promise<number> {
  const daily = lastDailyMoment(now).toISOString();
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ person: string; entries: string[] }>(sql`
      select p.id as person, array_agg(e.id) as entries
      from people p
      join inbox_entries e on e.person_id = p.id
      where p.mail_frequency <> 'never' and p.disabled_at is null and p.erased_at is null and p.password_hash is not null and not p.is_demo
        and e.mail_id is null and e.read_at is null and e.at > ${now.toISOString()}::timestamptz - make_interval(days => ${newsDays})
      group by p.id
      having p.mail_frequency = 'at-once' or min(e.at) < ${daily}::timestamptz
    `);
    for (const { person, entries } of rows) {
      const [mail] = await tx.insert(mails).values({ personId: person, dueAt: now }).returning({ id: mails.id });
      await tx.execute(sql`update inbox_entries set mail_id = ${mail!.id} where id in ${entries}`);
    }
    return rows.length;
  });
}
