import type * as Y from 'yjs';
import { projectScenario } from '@/lib/document/project-scenario';
import { sharingParts } from '@/lib/document/sharing-parts';
import type { Scenario } from '@/lib/domain/scenario';
import type { Watchable } from './scenario-session';

/**
 * The live projection. Reading after an edit is always up to date; listeners are told once however many transactions one
 * task brings. One object per state of the document, and within it the same objects as before for all that says the same:
 * each part can be compared by identity.
 */
export function watchScenario(doc: Y.Doc): Watchable<Scenario> {
  const listeners = new Set<() => void>();
  let current: Scenario | undefined;
  let isCurrent = false;
  let telling = false;
  doc.on('update', () => {
    isCurrent = false;
    if (telling) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      for (const listener of [...listeners]) listener();
    });
  });
  return {
    get() {
      if (current && isCurrent) return current;
      isCurrent = true;
      return (current = sharingParts(current, projectScenario(doc)));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
