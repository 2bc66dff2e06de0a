import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { editingStateSql } from '@/lib/db/editing-state';
import type { Right } from '@/lib/domain/delegations';
import type { EditingState } from '@/lib/domain/editing';
import type { Actor } from '@/lib/policies/can';
import { personColor } from '@/lib/sync/person-color';
import type { PresentPerson } from '@/lib/sync/presence';

/** The right of a person in a scenario, and whether it lets them edit right now; null if they have none, or there is no such scenario. */
export async function readRight(db: Database, scenario: string, person: string): Promise<{ readonly right: Right; readonly editing: EditingState } | null> {
  const [row] = await db
    .select({ right: scenarioRights.right, editing: editingStateSql(sql`${scenarioRights.scenarioId}`, sql`${scenarioRights.personId}`) })
    .from(scenarioRights)
    .where(and(eq(scenarioRights.scenarioId, scenario), eq(scenarioRights.personId, person)));
  return row ?? null;
}

/** Somebody's access to one scenario, by one of their sessions, as it is now. */
export interface Access {
  readonly scenario: string;
  readonly person: PresentPerson;
  readonly actor: Actor;
  readonly sessionId: string;
  readonly sessionVersion: number;
  /** The session itself was ended by signing out. */
  readonly signedOut: boolean;
  readonly disabled: boolean;
  readonly right: Right | null;
  readonly editing: EditingState;
}

interface AccessRow extends Record<string, unknown> {
  readonly scenario: string;
  readonly session: string;
  readonly signed_out: boolean;
  readonly id: string;
  readonly name: string;
  readonly is_administrator: boolean;
  readonly may_create_scenarios: boolean;
  readonly is_speaker: boolean;
  readonly delegation_id: string | null;
  readonly code: string | null;
  readonly session_version: number;
  readonly disabled: boolean;
  readonly right: Right | null;
  readonly editing: EditingState;
}

/** The access of each (scenario, person, session), in one query; those of whom there is no account are left out. */
export async function readAccess(db: Database, asked: readonly { readonly scenario: string; readonly person: string; readonly session: string }[]): Promise<Access[]> {
  const triples = JSON.stringify(asked);
  const { rows } = await db.execute<AccessRow>(sql`
    select asked.scenario, asked.session, people.id, people.name, people.is_administrator, people.may_create_scenarios, people.is_speaker,
      people.delegation_id, delegations.code, people.session_version, people.disabled_at is not null as disabled, rights."right",
      ${editingStateSql(sql`asked.scenario`, sql`people.id`)} as editing,
      exists (select from ended_sessions ended where ended.session_id = asked.session) as signed_out
    from jsonb_to_recordset(${triples}::jsonb) as asked(scenario uuid, person uuid, session text)
    join people on people.id = asked.person
    left join delegations on delegations.id = people.delegation_id
    left join scenario_rights rights on rights.scenario_id = asked.scenario and rights.person_id = asked.person`);
  return rows.map((row) => ({
    scenario: row.scenario,
    person: presentPerson({ id: row.id, name: row.name, delegation: row.code }),
    actor: {
      id: row.id,
      isAdministrator: row.is_administrator,
      mayCreateScenarios: row.may_create_scenarios,
      isSpeaker: row.is_speaker,
      delegationId: row.delegation_id,
    },
    sessionId: row.session,
    sessionVersion: row.session_version,
    signedOut: row.signed_out,
    disabled: row.disabled,
    right: row.right,
    editing: row.editing,
  }));
}

/** A person as the others see them. */
export function presentPerson({ id, name, delegation }: { readonly id: string; readonly name: string; readonly delegation: string | null }): PresentPerson {
  return { id, name, delegation, color: personColor(id) };
}
