import type { ItemAgreement } from '@/app/scenarios/[id]/positions/board';
import type { Queryable } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { parseItemName } from '@/lib/domain/items';
import { languages } from '@/lib/domain/languages';
import { sectionKeys, type Scenario } from '@/lib/domain/scenario';
import { readMeeting } from '@/lib/meetings/read-meeting';
import type { Actor } from '@/lib/policies/can';
import { scenarioBoard } from './scenario-board';

/** What an item on the agenda says now, and what the delegations say of it. */
export interface PointItem {
  readonly name: string;
  /** Of the scenario no more than the item needs. */
  readonly scenario: Scenario;
  /** Null: the item was deleted, or is not asked about any more. */
  readonly agreement: ItemAgreement | null;
  /** Id of the delegation for which the reader may speak. */
  readonly speakFor: string | null;
}

/** @throws not-found, also for a point in words */
export async function pointItem(db: Queryable, actor: Actor, meeting: string, pointId: string): Promise<PointItem> {
  const point = (await readMeeting(db, actor, meeting)).points.find(({ id }) => id === pointId);
  if (!point?.item || point.scenario === null) throw new AccordError('not-found');
  const { scenario, board } = await scenarioBoard(db, actor, point.scenario);
  return { name: point.item, scenario: onlyItem(scenario, point.item), agreement: board.byName.get(point.item) ?? null, speakFor: board.speakFor };
}

const blank = Object.fromEntries(languages.map((language) => [language, []])) as unknown as Scenario['sections']['description'];

/** The scenario without all that another item is about: a meeting over a bad line needs no more than the point. */
function onlyItem(scenario: Scenario, name: string): Scenario {
  const item = parseItemName(name);
  const isSection = item?.kind === 'section';
  return {
    ...scenario,
    roles: item?.kind === 'role' ? scenario.roles.filter(({ id }) => id === item.id) : [],
    relations: item?.kind === 'relation' ? scenario.relations.filter(({ id }) => id === item.id) : [],
    enterprises: isSection ? [] : scenario.enterprises,
    notes: [],
    assessment: item?.kind === 'cell' ? Object.fromEntries(Object.entries(scenario.assessment).filter(([id]) => id === item.enterprise)) : {},
    sections: Object.fromEntries(sectionKeys.map((key) => [key, isSection && key === item.section ? scenario.sections[key] : blank])) as Scenario['sections'],
  };
}
