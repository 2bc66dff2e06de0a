import type * as Y from 'yjs';
import { projectScenario } from '@/lib/document/project-scenario';
import type { Scenario } from '@/lib/domain/scenario';
import type { Watchable } from './scenario-session';

/**
 * The live projection. Reading after an edit is always up to date; listeners are told once however many transactions one
 * task brings. One object per state of the document, so that it can be compared by identity.
 */
export function watchScenario(doc: Y.Doc): Watchable<Scenario> {
  const listeners = new Set<() => void>();
  let current: Scenario | null = null;
  let telling = false;
  doc.on('update', () => {
    current = null;
    if (telling) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      for (const listener of [...listeners]) listener();
    });
  });
  return {
    get: () => (current ??= projectScenario(doc)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
