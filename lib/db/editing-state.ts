import { sql, type SQL } from 'drizzle-orm';
import type { EditingState } from '@/lib/domain/editing';
import { longestRun } from '@/lib/domain/meetings';

/**
 * `EditingState` of a scenario for a person, as a part of a query: the one place that says why somebody whose right allows
 * it can not edit right now. A presenter who may not edit the scenario (any more) closes it for nobody. Whoever changes what it reads says so (`notify`, about: editing).
 * @param scenario expression for the scenario's id @param person for the person's
 */
export function editingStateSql(scenario: SQL, person: SQL): SQL<EditingState> {
  return sql<EditingState>`case
    when exists (select from scenarios where scenarios.id = ${scenario} and scenarios.frozen_at is not null) then 'frozen'
    when exists (
      select from meeting_scenarios dealt
      join meetings meeting on meeting.id = dealt.meeting_id
      join people presenter on presenter.id = meeting.presenter_id and presenter.disabled_at is null
      join scenario_rights held on held.person_id = presenter.id and held.scenario_id = dealt.scenario_id and held."right" in ('editor', 'facilitator')
      where dealt.scenario_id = ${scenario} and meeting.only_presenter_edits and meeting.presenter_id <> ${person}
        and meeting.started_at > now() - make_interval(hours => ${longestRun}) and meeting.ended_at is null and meeting.cancelled_at is null
    ) then 'presenter'
    else 'open'
  end`;
}
