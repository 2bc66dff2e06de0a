import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import type { Fixtures } from './e2e';

export interface Newcomer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Somebody whom no other test knows: an account of its own, in a delegation, with rights in scenarios. Password `demo`. */
export async function newcomer(sql: Fixtures['sql'], name: string, delegation: 'DE' | 'CN', rights: Readonly<Record<string, 'facilitator' | 'editor' | 'commenter' | 'viewer'>> = {}): Promise<Newcomer> {
  const email = `${randomUUID()}@example.org`;
  const [row] = await sql<{ id: string }>(
    `insert into people (email, name, delegation_id, is_demo, password_hash)
     select $1, $2, (select id from delegations where code = $3), true, password_hash from people where email = 'li@example.org' returning id`,
    [email, name, delegation],
  );
  for (const [scenario, right] of Object.entries(rights)) await sql('insert into scenario_rights (scenario_id, person_id, "right") values ($1, $2, $3)', [scenario, row!.id, right]);
  return { id: row!.id, email, name, password: 'demo' };
}

/** Signs a context in through next-auth's own endpoint. @returns the answer's status */
export async function signInAs(context: BrowserContext, { email, password }: Newcomer): Promise<number> {
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  return (await context.request.post('/api/auth/callback/credentials', { form: { csrfToken, email, password, json: 'true' } })).status();
}

/** Who uses the pages in a language from now on. */
export async function speak(context: BrowserContext, baseURL: string, language: 'en' | 'de' | 'zh'): Promise<void> {
  await context.addCookies([{ name: 'locale', value: language, url: baseURL }]);
}
