import type { Database } from '@/lib/db/client';
import { can } from '@/lib/policies/can';
import type { CloseReason } from '@/lib/sync/close-codes';
import { readAccess, type Access } from './access';
import type { Connection } from './connection';

/** What a change of access may lead to. */
export interface AccessConsequences {
  /** The connection has to go. */
  readonly onEnded: (connection: Connection, reason: CloseReason) => void;
  readonly onRightChanged: (connection: Connection) => void;
  /** Name or delegation have changed. */
  readonly onRenamed: (connection: Connection) => void;
}

/** Brings open connections in line with the access that people have now. Asks once for all of them. */
export async function sweepAccess(db: Database, connections: readonly Connection[], consequences: AccessConsequences): Promise<void> {
  if (connections.length === 0) return;
  const asked = new Map(connections.map(({ scenario, person, session: { sessionId } }) => [`${scenario} ${sessionId}`, { scenario, person: person.id, session: sessionId }]));
  const now = new Map((await readAccess(db, [...asked.values()])).map((access) => [`${access.scenario} ${access.sessionId}`, access]));
  for (const connection of connections) apply(connection, now.get(`${connection.scenario} ${connection.session.sessionId}`), consequences);
}

function apply(connection: Connection, access: Access | undefined, { onEnded, onRightChanged, onRenamed }: AccessConsequences): void {
  if (!access || access.disabled || access.signedOut || access.sessionVersion !== connection.session.sessionVersion) return onEnded(connection, 'signedOut');
  if (access.right === null || !can(access.actor, 'scenario.read', { right: access.right })) return onEnded(connection, 'forbidden');
  connection.actor = access.actor;
  if (access.right !== connection.right || access.editing !== connection.editingState) {
    connection.right = access.right;
    connection.setEditing(access.editing);
    onRightChanged(connection);
  }
  if (access.person.name !== connection.person.name || access.person.delegation !== connection.person.delegation) {
    connection.person = access.person;
    onRenamed(connection);
  }
}
