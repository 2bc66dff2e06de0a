'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useMayEdit, usePhase, useSelection, useWorkspaceView } from '../session/hooks';
import { useCommand } from '../workspace/commands';
import { phaseKeys, shownKey } from './phase-keys';
import { phaseDeeds, usePhaseDeeds, type PhaseDeed } from './use-phase-deeds';

/** What can be done between the phases, in the command menu and by keys: Shift with a letter, on the canvas or a row of the outline. */
export function PhaseCommands() {
  const t = useTranslations('phases.deeds');
  const view = useWorkspaceView();
  const mayEdit = useMayEdit();
  const deeds = usePhaseDeeds();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || !isOnNetwork(event.target)) return;
      const deed = (Object.keys(phaseKeys) as (keyof typeof phaseKeys)[]).find((each) => phaseKeys[each] === event.key.toUpperCase());
      if (!deed) return;
      event.preventDefault();
      const names = view.selection.get();
      if (deed === 'tidy') void deeds.tidy(names);
      else deeds.run(deed, names);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [view, deeds]);
  useCommand({ id: 'phases.tidy', label: t('tidy'), group: t('group'), shortcut: shownKey('tidy'), disabled: !mayEdit, run: () => void deeds.tidy(view.selection.get()) });
  return phaseDeeds.map((deed) => <DeedCommand key={deed} deed={deed} />);
}

function DeedCommand({ deed }: { readonly deed: PhaseDeed }) {
  const t = useTranslations('phases.deeds');
  const phase = usePhase();
  const selection = useSelection();
  const mayEdit = useMayEdit();
  const deeds = usePhaseDeeds();
  const label = deed === 'copy' ? t(`copy.${phase === 'before' ? 'after' : 'before'}`) : t(deed);
  useCommand({ id: `phases.${deed}`, label, group: t('group'), shortcut: shownKey(deed), disabled: !mayEdit || !deeds.can(deed, selection), run: () => deeds.run(deed, selection) });
  return null;
}

/** The canvas itself or a row as a whole: not its fields and buttons, which have keys of their own. */
function isOnNetwork(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.isContentEditable || target.matches('input, textarea, select, button')) return false;
  return target.matches('[data-row]') || target.closest('[data-canvas]') !== null;
}
