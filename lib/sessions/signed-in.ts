import { and, eq, notExists } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { delegations, endedSessions, people } from '@/lib/db/schema/people';
import type { Delegation } from '@/lib/domain/delegations';
import { isLanguage, type Language } from '@/lib/domain/languages';
import type { Actor } from '@/lib/policies/can';
import type { SessionToken } from './session-token';

/** The person behind a session, as interface and presence show them. */
export interface SignedInPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The language chosen in the interface; null: none yet. */
  readonly locale: Language | null;
  /** Null: an observer. */
  readonly delegation: Delegation | null;
  readonly isHead: boolean;
  readonly isDemo: boolean;
}

/** A session that holds right now. */
export interface SignedIn {
  readonly person: SignedInPerson;
  /** For `can`. */
  readonly actor: Actor;
  /** Which of the person's sessions this is. */
  readonly sessionId: string;
  /** The version the session began with; when `people.session_version` moves on, the session has ended. */
  readonly sessionVersion: number;
}

/**
 * Whose session it is, if it still holds.
 * @returns null if there is no such person, they are disabled, or this session or all of theirs were ended since
 */
export async function signedIn(db: Queryable, { sessionId, personId, sessionVersion }: SessionToken): Promise<SignedIn | null> {
  const ended = db.select({ sessionId: endedSessions.sessionId }).from(endedSessions).where(eq(endedSessions.sessionId, sessionId));
  const [row] = await db
    .select()
    .from(people)
    .leftJoin(delegations, eq(people.delegationId, delegations.id))
    .where(and(eq(people.id, personId), notExists(ended)));
  if (!row || row.people.disabledAt !== null || row.people.sessionVersion !== sessionVersion) return null;
  const { people: person, delegations: delegation } = row;
  return {
    person: {
      id: person.id,
      name: person.name,
      email: person.email,
      locale: isLanguage(person.locale) ? person.locale : null,
      delegation: delegation && { id: delegation.id, code: delegation.code, name: { en: delegation.nameEn, de: delegation.nameDe, zh: delegation.nameZh } },
      isHead: person.isHead,
      isDemo: person.isDemo,
    },
    actor: {
      id: person.id,
      isAdministrator: person.isAdministrator,
      mayCreateScenarios: person.mayCreateScenarios,
      delegationId: person.delegationId,
      isSpeaker: person.isSpeaker,
    },
    sessionId,
    sessionVersion,
  };
}
