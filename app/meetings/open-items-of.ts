import type { Queryable } from '@/lib/db/client';
import type { Localized } from '@/lib/domain/languages';
import { itemLabels } from '@/lib/domain/item-labels';
import { readMeeting } from '@/lib/meetings/read-meeting';
import type { Actor } from '@/lib/policies/can';
import { namedReasons, type NamedReason } from '@/app/scenarios/[id]/positions/board';
import { scenarioBoard } from './scenario-board';

/** What is not agreed yet in the scenarios of a meeting. */
export interface MeetingOpenItems {
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: Localized;
    readonly items: readonly { readonly name: string; readonly labels: readonly Localized[]; readonly reasons: readonly NamedReason[]; readonly isOnAgenda: boolean }[];
  }[];
}

/**
 * The open items of a meeting's scenarios, as far as the reader takes minutes on them.
 * @throws not-found
 */
export async function openItemsOf(db: Queryable, actor: Actor, meeting: string): Promise<MeetingOpenItems> {
  const { scenarios, points } = await readMeeting(db, actor, meeting);
  const found: MeetingOpenItems['scenarios'][number][] = [];
  for (const { id, title } of scenarios) {
    const { scenario, board } = await scenarioBoard(db, actor, id);
    const there = new Set(points.filter((point) => point.scenario === id).map(({ item }) => item));
    const items = board.items.filter(({ reasons }) => reasons.length > 0).map((item) => ({ name: item.name, reasons: namedReasons(item), labels: itemLabels(scenario, item.name) ?? [], isOnAgenda: there.has(item.name) }));
    found.push({ id, title, items });
  }
  return { scenarios: found };
}
