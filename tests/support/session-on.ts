import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { ScenarioSession } from '@/app/scenarios/[id]/session/scenario-session';
import { settable } from '@/app/scenarios/[id]/session/watchable';
import { watchScenario } from '@/app/scenarios/[id]/session/watch-scenario';
import { createScenarioUndo } from '@/lib/document/undo';

/** A session on a document that nobody else has open: Anna edits it, and all of it is saved. */
export function sessionOn(doc: Y.Doc, other: Partial<ScenarioSession> = {}): ScenarioSession {
  return {
    scenarioId: 's',
    doc,
    awareness: new Awareness(doc),
    me: { id: 'anna', name: 'Anna', delegation: 'DE', color: '#123456' },
    right: settable('editor'),
    editing: settable('open'),
    undo: createScenarioUndo(doc),
    trust: settable({ state: 'saved' }),
    ready: settable(true),
    unsaved: settable(false),
    scenario: watchScenario(doc),
    peers: settable([]),
    show: () => {},
    onNews: () => () => {},
    discardUnsent: () => Promise.resolve(),
    destroy: () => {},
    ...other,
  };
}
