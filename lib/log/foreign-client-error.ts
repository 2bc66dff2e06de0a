/**
 * Somebody tried to write under Yjs client ids that belong to another person. The transaction must be given up: nothing
 * of it may be stored.
 */
export class ForeignClientError extends Error {
  override readonly name = 'ForeignClientError';
  constructor(
    readonly scenario: string,
    readonly clientIds: readonly number[],
  ) {
    super(`client ids ${clientIds.join(', ')} belong to somebody else`);
  }
}
