import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createEntities } from '@/lib/document/edits/create-entities';
import { watchScenario } from './watch-scenario';

describe('watchScenario', () => {
  it('gives one object per state of the document', () => {
    const doc = new Y.Doc();
    const scenario = watchScenario(doc);
    const empty = scenario.get();
    expect(scenario.get()).toBe(empty);
    createEntities(doc, { roles: [{ id: 'a', label: { en: 'Supplier' }, phases: { before: {} } }] });
    expect(scenario.get()).not.toBe(empty);
    expect(scenario.get().roles.map((role) => role.label.en)).toEqual(['Supplier']);
    expect(scenario.get()).toBe(scenario.get());
  });

  it('tells its listeners once for several transactions of one task, and no more after they left', async () => {
    const doc = new Y.Doc();
    const scenario = watchScenario(doc);
    const listener = vi.fn();
    const leave = scenario.subscribe(listener);
    for (const id of ['a', 'b', 'c']) createEntities(doc, { roles: [{ id, phases: {} }] });
    expect(listener).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    createEntities(doc, { roles: [{ id: 'd', phases: {} }] });
    await Promise.resolve();
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
