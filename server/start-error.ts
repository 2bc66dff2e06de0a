/** A reason why Accord cannot start, in one sentence for the person at the terminal; shown without a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
