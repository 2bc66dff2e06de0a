'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useToasts } from '@/app/components/Toasts';
import { useUndoHere } from '@/app/components/use-undo-here';
import { editOrigins } from '@/lib/document/edit-origins';
import { asOneStep, placeBoxes } from '@/lib/document/edits/edit-entities';
import { copyToPhase, dropFromPhase, takeOutOfPhase, type NetworkItems } from '@/lib/document/edits/edit-phases';
import { parseItemName } from '@/lib/domain/items';
import { otherPhase, phases, type Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { layoutPhase, unplacedBoxes } from '@/lib/figures/layout';
import { useLatest } from '../canvas/use-latest';
import { useMayEdit, useSession, useWorkspaceView } from '../session/hooks';

/** What one does to roles and relations between the phases: let them stand in both, before only, after only. */
export const phaseDeeds = ['copy', 'drop', 'new'] as const;
export type PhaseDeed = (typeof phaseDeeds)[number];

export interface PhaseDeeds {
  /** Whether a deed would change anything of these items. */
  can(deed: PhaseDeed, names: readonly string[]): boolean;
  /** Does it to all of them, as one undo step. `copy` goes to the phase that is not shown. */
  run(deed: PhaseDeed, names: readonly string[]): void;
  setStands(names: readonly string[], phase: Phase, stands: boolean): void;
  /** Tidies up those of the items that are roles of the phase shown, if they are several; else the whole phase. */
  tidy(names: readonly string[]): Promise<void>;
}

/** The roles and relations among items, by their names. */
export function networkItems(names: readonly string[]): NetworkItems {
  const items = names.map(parseItemName);
  const idsOf = (kind: 'role' | 'relation'): string[] => items.flatMap((item) => (item?.kind === kind ? [item.id] : []));
  return { roles: idsOf('role'), relations: idsOf('relation') };
}

/** In which phases each of the items stands. */
export function standings(scenario: Pick<Scenario, 'roles' | 'relations'>, { roles, relations }: NetworkItems): (readonly Phase[])[] {
  return [
    ...scenario.roles.filter(({ id }) => roles.includes(id)).map((role) => phases.filter((phase) => role.phases[phase])),
    ...scenario.relations.filter(({ id }) => relations.includes(id)).map((relation) => relation.phases),
  ];
}

/** What can be done between the phases, wherever items are chosen: on the canvas, in the outline, by command or key. */
export function usePhaseDeeds(): PhaseDeeds {
  const t = useTranslations('phases.deeds');
  const { doc, scenario } = useSession();
  const view = useWorkspaceView();
  const { toast, announce } = useToasts();
  const { undo } = useUndoHere();
  const latest = useLatest({ mayEdit: useMayEdit(), toast, announce, undo, t });
  return useMemo(() => {
    const copy = (to: Phase, items: NetworkItems, andLeave?: Phase): void => {
      const now = scenario.get();
      // once one has a box there, the others' places are no longer derived from all: they are kept, so that nothing else shifts
      const shifting = unplacedBoxes(now, to);
      if (Object.keys(shifting).length) doc.transact(() => placeBoxes(doc, to, shifting), editOrigins.creation);
      asOneStep(doc, () => {
        copyToPhase(doc, now, to, items, layoutPhase(now, otherPhase(to)));
        if (andLeave) takeOutOfPhase(doc, andLeave, items);
      });
    };
    return {
      can(deed, names) {
        const stand = standings(scenario.get(), networkItems(names));
        if (deed === 'copy') return stand.some((own) => !own.includes(otherPhase(view.phase.get())));
        if (deed === 'drop') return stand.some((own) => own.includes('after'));
        return stand.some((own) => own.length !== 1 || own[0] !== 'after');
      },
      run(deed, names) {
        const { mayEdit, toast: show, announce: say, undo: back, t: words } = latest.current;
        if (!mayEdit || !this.can(deed, names)) return;
        const items = networkItems(names);
        const count = items.roles.length + items.relations.length;
        if (deed === 'drop') {
          const now = scenario.get();
          const standAfter = { roles: items.roles.filter((id) => now.roles.some((role) => role.id === id && role.phases.after)), relations: items.relations.filter((id) => now.relations.some((relation) => relation.id === id && relation.phases.includes('after'))) };
          const deleted = dropFromPhase(doc, now, 'after', standAfter);
          if (deleted) return show({ text: words('gone', { count: deleted }), action: { label: words('undo'), run: back } });
        } else if (deed === 'copy') copy(otherPhase(view.phase.get()), items);
        else copy('after', items, 'before');
        say(words(`done.${deed}`, { count }));
      },
      setStands(names, phase, stands) {
        if (!latest.current.mayEdit) return;
        if (stands) copy(phase, networkItems(names));
        else takeOutOfPhase(doc, phase, networkItems(names));
      },
      async tidy(names) {
        const { tidyNetwork } = await import('@/lib/layout/tidy-network');
        if (!latest.current.mayEdit) return;
        const now = scenario.get();
        const phase = view.phase.get();
        const chosen = networkItems(names).roles.filter((id) => now.roles.some((role) => role.id === id && role.phases[phase]));
        const boxes = tidyNetwork(now, phase, chosen.length > 1 ? new Set(chosen) : null);
        asOneStep(doc, () => phases.forEach((where) => placeBoxes(doc, where, boxes[where])));
        latest.current.announce(latest.current.t('done.tidy'));
      },
    };
  }, [doc, scenario, view, latest]);
}
