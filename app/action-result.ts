import { AccordError, type ErrorCode } from '@/lib/domain/errors';
import { logger } from './logger';

/** What a person has to be told of an action that failed. */
export interface ActionError {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What an action answers: Next hides the messages of thrown errors, so what a person has to be told is returned. */
export type ActionResult<T = void> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ActionError };

/** Runs an action's verb; errors with a code become an answer, all others are logged and told as `internal`. */
export async function actionResult<T>(run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (error instanceof AccordError) return { ok: false, error: { code: error.code, details: error.details } };
    if (error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_')) throw error; // redirect, notFound
    logger.error({ err: error }, 'action failed');
    return { ok: false, error: { code: 'internal', details: {} } };
  }
}
