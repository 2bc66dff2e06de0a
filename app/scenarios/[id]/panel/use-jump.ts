'use client';
import { useCallback } from 'react';
import { parseItemName } from '@/lib/domain/items';
import { phases } from '@/lib/domain/phases';
import { useScenario, useWorkspaceView } from '../session/hooks';

/** Leads to an item: selects it, shows a phase in which it stands, and brings it into view. */
export function useJump(): (name: string) => void {
  const view = useWorkspaceView();
  const scenario = useScenario();
  return useCallback(
    (name) => {
      const item = parseItemName(name);
      if (!item) return;
      const standsIn =
        item.kind === 'role'
          ? phases.filter((phase) => scenario.roles.find(({ id }) => id === item.id)?.phases[phase])
          : item.kind === 'relation'
            ? (scenario.relations.find(({ id }) => id === item.id)?.phases ?? [])
            : phases;
      if (standsIn[0] && !standsIn.includes(view.phase)) view.setPhase(standsIn[0]);
      view.setSelection([name]);
      requestAnimationFrame(() => document.querySelector(`[data-item="${CSS.escape(name)}"]`)?.scrollIntoView({ block: 'nearest' }));
    },
    [scenario, view],
  );
}
