import type { CloseReason } from '@/lib/sync/close-codes';
import { Batch, type Inbound } from './batch';
import type { Connection } from './connection';
import type { RoomDocument } from './room-document';
import type { RoomLog } from './room-log';

export type Refuse = (connection: Connection, reason: CloseReason, why: string, bytes: Uint8Array) => void;

/**
 * Judges and applies what has come in, in its order. Nothing is said to anybody yet, but those who sent what can not be are
 * closed at once.
 * @throws PoisonedError if the document is not to be trusted any more; whatever the log throws
 */
export async function applyRound(round: readonly Inbound[], document: RoomDocument, log: RoomLog, refuse: Refuse): Promise<Batch> {
  const batch = new Batch();
  for (const { connection, frame } of round) {
    if (connection.refused) continue;
    switch (frame.kind) {
      case 'arrival':
        batch.arrivals.push(connection);
        break;
      case 'state-vector':
        batch.questions.set(connection, frame.stateVector);
        break;
      case 'acknowledge':
        batch.acknowledgements.push({ connection, frame: frame.frame });
        break;
      case 'update':
        await applyUpdate(frame, connection, { batch, document, log, refuse });
    }
  }
  return batch;
}

interface RoundParts {
  readonly batch: Batch;
  readonly document: RoomDocument;
  readonly log: RoomLog;
  readonly refuse: Refuse;
}

/** Verdicts that rest on what the document does not have: another process may have stored it meanwhile. */
const reasonsToReadTheLog: readonly CloseReason[] = ['foreignClient', 'readOnly'];

async function applyUpdate(
  { update, complete }: { readonly update: Uint8Array; readonly complete: boolean },
  connection: Connection,
  { batch, document, log, refuse }: RoundParts,
): Promise<void> {
  const sender = { person: connection.person.id, mayWrite: connection.mayWrite };
  let verdict = document.judge(update, sender);
  if (verdict.outcome === 'gap' || (verdict.outcome === 'refused' && reasonsToReadTheLog.includes(verdict.reason))) {
    const added = document.applyLogged(await log.readAfter(document.seq));
    if (added) {
      batch.foreign.push(added);
      verdict = document.judge(update, sender);
    }
  }
  switch (verdict.outcome) {
    case 'refused':
      return refuse(connection, verdict.reason, verdict.why, update);
    case 'gap':
      batch.gaps.set(connection, complete ? 'found-in-answer' : 'found');
      return;
    case 'nothing-new':
      break;
    case 'accepted':
      try {
        const added = document.apply(update, verdict);
        if (added) {
          for (const clientId of verdict.clientIds) document.owners.set(clientId, sender.person);
          batch.add(connection, verdict.clientIds, added);
        }
      } catch (error) {
        refuse(connection, 'malformed', 'could not be applied', update);
        throw error;
      }
  }
  if (complete && batch.hasGap(connection)) batch.gaps.set(connection, 'filled');
}
