import type { CloseReason } from '@/lib/sync/close-codes';
import { Batch, type Inbound } from './batch';
import type { Connection } from './connection';
import type { Sender, Verdict } from './gate';
import { PoisonedError, type RoomDocument } from './room-document';
import type { RoomLog } from './room-log';

export type Refuse = (connection: Connection, reason: CloseReason, why: string, bytes: Uint8Array) => void;

interface RoundParts {
  readonly log: RoomLog;
  readonly refuse: Refuse;
  readonly onTrouble: (what: string, error?: unknown) => void;
}

/**
 * Judges and applies what has come in, in its order. Nothing is said to anybody yet, but those who sent what can not be are
 * closed at once.
 * @throws PoisonedError if the document is not to be trusted any more; whatever the log throws
 */
export async function applyRound(round: readonly Inbound[], document: RoomDocument, parts: RoundParts): Promise<Batch> {
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
        await applyUpdate(frame, connection, { ...parts, batch, document });
    }
  }
  return batch;
}

/** Verdicts that rest on what the document does not have: another process may have stored it meanwhile. */
const reasonsToReadTheLog: readonly CloseReason[] = ['foreignClient', 'readOnly'];

async function applyUpdate(
  { update, complete }: { readonly update: Uint8Array; readonly complete: boolean },
  connection: Connection,
  { batch, document, log, refuse, onTrouble }: RoundParts & { readonly batch: Batch; readonly document: RoomDocument },
): Promise<void> {
  const sender = { person: connection.person.id, mayWrite: connection.mayWrite };
  const judge = (): Verdict => judged(document, update, sender, onTrouble);
  let verdict = judge();
  if (verdict.outcome === 'gap' || (verdict.outcome === 'refused' && reasonsToReadTheLog.includes(verdict.reason))) {
    const added = document.applyLogged(await log.readAfter(document.seq));
    if (added) {
      batch.foreign.push(added);
      verdict = judge();
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
        throw error instanceof PoisonedError ? error : new PoisonedError('applying an update broke', { cause: error });
      }
  }
  if (complete && batch.hasGap(connection)) batch.gaps.set(connection, 'filled');
}

/** The verdict; an update over which the judging itself breaks is refused, so that it harms nobody but its sender. */
function judged(document: RoomDocument, update: Uint8Array, sender: Sender, onTrouble: RoundParts['onTrouble']): Verdict {
  try {
    return document.judge(update, sender);
  } catch (error) {
    onTrouble('an update could not be judged', error);
    return { outcome: 'refused', reason: 'malformed', why: 'it could not be judged' };
  }
}
