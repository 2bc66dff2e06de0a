import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { AccordError, errorStatus, messageOf, type ErrorCode } from '@/lib/domain/errors';
import { logger } from '../logger';

/** Nobody reads it: whoever asked has gone before the answer was made. */
const goneAway = 499;

/**
 * Makes a route of a handler that returns what to answer (a `Response`, or a value that becomes JSON) or throws. An
 * `AccordError` becomes `{ error: { code, message, details } }` with its status, the message in the reader's language; anything
 * else is logged and becomes `internal`, without details.
 *
 *     export const GET = answer(async (request, { params }: Context) => listThings(database(), await actingPerson()));
 */
export function answer<Context>(handler: (request: Request, context: Context) => Promise<unknown>): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      const result = await handler(request, context);
      return result instanceof Response ? result : Response.json(result ?? null, { headers: { 'cache-control': 'no-store' } });
    } catch (error) {
      if (request.signal.aborted && error === request.signal.reason) return new Response(null, { status: goneAway });
      return errorAnswer(error);
    }
  };
}

/** What an error becomes: see `answer`. */
export async function errorAnswer(error: unknown): Promise<Response> {
  // Next's own signals (redirect, notFound, dynamic rendering) travel as errors with a digest; they are not ours to answer.
  if (error instanceof Error && 'digest' in error && !(error instanceof AccordError)) throw error;
  if (!(error instanceof AccordError)) logger.error({ err: error }, 'route failed');
  const { code, details } = error instanceof AccordError ? error : new AccordError('internal');
  return Response.json({ error: { code, message: await inWords(code, details), details } }, { status: errorStatus[code], headers: { 'cache-control': 'no-store' } });
}

async function inWords(code: ErrorCode, details: AccordError['details']): Promise<string> {
  const message = (await getTranslations('errors'))(messageOf({ code, details }), details);
  if (code !== 'invalid-scenario' || !('problem' in details)) return message;
  const t = await getTranslations('exchange');
  return `${message} ${t('problem', { where: details.where!, what: t(`problems.${details.problem}`, details) })}`;
}

/**
 * The body of a request, checked.
 * @throws AccordError `bad-request` if it does not say that it is JSON, is none, or is not of that shape
 */
export async function readJson<Shape extends z.ZodType>(request: Request, shape: Shape): Promise<z.output<Shape>> {
  // a form of another website can send text that looks like JSON, but can not say that it is
  const says = /^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '');
  const body: unknown = says ? await request.json().catch(() => undefined) : undefined;
  const parsed = parsedBy(shape, body);
  if (!parsed?.success) throw new AccordError('bad-request');
  return parsed.data;
}

/** @returns null for what is nested deeper than the shape can be followed */
function parsedBy<Shape extends z.ZodType>(shape: Shape, body: unknown): z.ZodSafeParseResult<z.output<Shape>> | null {
  try {
    return shape.safeParse(body);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
