/**
 * Runs a verb whose rows a unique key protects against being made twice by the same request. The verb looks whether the
 * request's rows are there already; of two that run at the same moment both see none, one is then refused by the key and
 * looks again.
 * @param attempt a whole transaction, which may be run twice
 * @param key name of the unique key
 */
export async function once<T>(attempt: () => Promise<T>, key: string): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (violatedKey(error) !== key) throw error;
    return attempt();
  }
}

/** The unique key that a failed statement would have violated; undefined if it failed for another reason. */
export function violatedKey(error: unknown): string | undefined {
  for (let reason = error; reason instanceof Error; reason = reason.cause) {
    const { code, constraint } = reason as Error & { code?: unknown; constraint?: unknown };
    if (code === '23505' && typeof constraint === 'string') return constraint;
  }
  return undefined;
}
