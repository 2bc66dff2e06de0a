import { resolve } from 'node:path';
import { z } from 'zod';
import { isEmail } from '@/lib/people/email';
import { StartError } from './start-error';

/** What the environment settles; see "Configuration" in the README. */
export interface Config {
  readonly dev: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Undefined: Accord runs its own Postgres inside `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Who migrates, where that is not the application's own database user. */
  readonly databaseOwnerUrl: string | undefined;
  /** The address that people type (`NEXTAUTH_URL`). */
  readonly address: string;
  /** Undefined: generated into `dataDir`. */
  readonly secret: string | undefined;
  /** Undefined: no mail goes out. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  readonly logLevel: (typeof logLevels)[number];
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const isAddress = (protocols: RegExp) => (value: string) => URL.canParse(value) && protocols.test(new URL(value).protocol);
const address = (protocols: RegExp, form: string) => z.string().refine(isAddress(protocols), `must be an address like ${form}`);
const postgresAddress = address(/^postgres(ql)?:$/, 'postgres://user:password@host:5432/database');

const smtpForm = 'smtp://user:password@host:587?from=accord@example.org';
/** A mail server, and optionally (`from`) the address that mails come from. */
function isSmtpUrl(value: string): boolean {
  if (!isAddress(/^smtps?:$/)(value)) return false;
  const { hostname, searchParams } = new URL(value);
  return hostname !== '' && (!searchParams.has('from') || isEmail(searchParams.get('from') ?? ''));
}

/** The sender: `from` of the url, else the user who signs in there, else a name at this installation's own host. */
function smtpOf(value: string, address: string): Config['smtp'] {
  const url = new URL(value);
  const user = decodeURIComponent(url.username);
  const from = url.searchParams.get('from') ?? (isEmail(user) ? user : `accord@${new URL(address).hostname}`);
  url.searchParams.delete('from');
  return { url: url.href, from };
}

const environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535, 'must be a number from 1 to 65535')
    .transform(Number)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_OWNER_URL: postgresAddress.optional(),
  REDIS_URL: z.undefined('is not supported by this version, which runs as a single node; please remove it').optional(),
  NEXTAUTH_URL: address(/^https?:$/, 'https://accord.example.org').optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters (try: openssl rand -base64 32)').optional(),
  TLDRAW_LICENSE_KEY: z.string().optional(),
  SMTP_URL: z.string().refine(isSmtpUrl, `must be an address like ${smtpForm}`).optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/**
 * Reads the configuration; an empty value counts as not set.
 * @throws StartError naming the first wrong value, in one sentence
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartError(`${issue?.path.join('.')} ${issue?.message}.`);
  }
  const values = parsed.data;
  if (values.DATABASE_URL && !values.NEXTAUTH_SECRET)
    throw new StartError('NEXTAUTH_SECRET must be set when DATABASE_URL is set (try: openssl rand -base64 32).');
  if (values.DATABASE_OWNER_URL && !values.DATABASE_URL)
    throw new StartError('DATABASE_OWNER_URL makes sense only together with DATABASE_URL.');
  const ownAddress = (values.NEXTAUTH_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '');
  return {
    dev: values.NODE_ENV !== 'production',
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    address: ownAddress,
    secret: values.NEXTAUTH_SECRET,
    smtp: values.SMTP_URL ? smtpOf(values.SMTP_URL, ownAddress) : undefined,
    logLevel: values.LOG_LEVEL,
  };
}
