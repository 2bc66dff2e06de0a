import { eq } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { accessLinkPath } from '@/lib/people/access-token';
import { createResetLink } from '@/lib/people/create-reset-link';
import { normalizeEmail } from '@/lib/people/email';
import { runCommand, withDatabase } from './run-command';

const usage = `Usage:
  npm run admin -- reset-link <e-mail>   a link by which somebody sets a new password
`;

const refusals: Readonly<Record<string, string>> = {
  forbidden: 'is one of the demo people, whose password is fixed.',
  'account-disabled': 'is disabled; an administrator can enable the account on the page "People".',
};

/** Looks after people from the machine that Accord runs on, without any mail server. */
async function main(): Promise<number> {
  const [command, email] = process.argv.slice(2);
  if (command !== 'reset-link' || !email) {
    process.stderr.write(usage);
    return 2;
  }
  return withDatabase(async (db, config) => {
    const { text, code } = await resetLink(db, normalizeEmail(email), config.address);
    (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
    return code;
  });
}

async function resetLink(db: Database, email: string, address: string): Promise<{ readonly text: string; readonly code: number }> {
  const [person] = await db.select({ id: people.id, name: people.name }).from(people).where(eq(people.email, email));
  if (!person) return { text: `Nobody has the address ${email}.`, code: 1 };
  try {
    const link = await createResetLink(db, 'system', person.id);
    return { text: `For ${person.name}, once, until ${link.expiresAt.toISOString()}:\n${new URL(accessLinkPath(link.token), address).href}`, code: 0 };
  } catch (error) {
    const refusal = error instanceof AccordError ? refusals[error.code] : undefined;
    if (!refusal) throw error;
    return { text: `${email} ${refusal}`, code: 1 };
  }
}

runCommand(main);
