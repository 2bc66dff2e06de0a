'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react';
import { isComposing } from '@/app/components/is-composing';
import { PeersHere } from '@/app/components/PeersHere';
import { useFieldPresence } from '@/app/components/use-field-presence';
import { usePeersAt } from '@/app/components/use-peers-at';
import { useUndoHere } from '@/app/components/use-undo-here';
import { setBestPractice } from '@/lib/document/edits/edit-entities';
import { longestLabel } from '@/lib/domain/bounds';
import { useMayEdit, useScenarioPart, useSession } from '../session/hooks';
import { Fact } from './Fact';

const focusName = 'scenario/best-practice';

/**
 * The best practice that a scenario relates to. It is a name, one value: what somebody types is theirs until they are done
 * (Enter, or by leaving the field), so that nobody sees half a name, and is then one step.
 */
export function BestPracticeField() {
  const t = useTranslations('workspace.details');
  const { doc } = useSession();
  const bestPractice = useScenarioPart('bestPractice');
  const mayEdit = useMayEdit();
  const { undo, redo } = useUndoHere();
  const presence = useFieldPresence(focusName);
  const peers = usePeersAt(focusName);
  const [fieldId, hintId, peersId] = [useId(), useId(), useId()];
  const [draft, setDraft] = useState<string | null>(null);

  function store(): void {
    if (draft === null || !mayEdit) return;
    setBestPractice(doc, draft.trim() || null);
    setDraft(null);
  }
  // Whoever closes the popover by a click elsewhere is done, too; what is taken away gets no `blur`.
  const storeLast = useEffectEvent(store);
  useEffect(() => () => storeLast(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'enter') store();
    else if (key === 'escape' && draft !== null) setDraft(null);
    else if (draft === null && (event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  if (!mayEdit) return <Fact label={t('best-practice')} value={bestPractice} none={t('no-best-practice')} />;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={fieldId} className="font-medium">
        {t('best-practice')}
      </label>
      <input
        id={fieldId}
        // Escape gives the draft up; without one it closes what is around.
        data-draft={draft === null ? undefined : ''}
        aria-describedby={peers.length ? `${hintId} ${peersId}` : hintId}
        className="field min-h-8"
        dir="auto"
        autoComplete="off"
        maxLength={longestLabel}
        placeholder={t('no-best-practice')}
        value={draft ?? bestPractice ?? ''}
        onFocus={presence.enter}
        onChange={(event) => {
          setDraft(event.target.value);
          presence.typed();
        }}
        onBlur={() => {
          presence.leave();
          store();
        }}
        onKeyDown={onKeyDown}
      />
      <PeersHere peers={peers} id={peersId} className="text-sm" />
      <span id={hintId} className="text-sm text-soft">
        {t('best-practice-hint')}
      </span>
    </div>
  );
}
