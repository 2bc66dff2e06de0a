'use client';
import { useEffect, useMemo } from 'react';
import { useSession } from '@/app/scenarios/[id]/session/hooks';
import type { ScenarioSession } from '@/app/scenarios/[id]/session/scenario-session';

export interface FieldPresence {
  enter(): void;
  typed(): void;
  leave(): void;
}

/** How long after a key somebody counts as typing. */
const typingFor = 1500;

/** Shows the others that this person is in a field, and whether typing; takes it back when the field goes. */
export function useFieldPresence(focusName: string): FieldPresence {
  const session = useSession();
  const presence = useMemo(() => createPresence(session, focusName), [session, focusName]);
  useEffect(() => () => presence.leave(), [presence]);
  return presence;
}

function createPresence(session: ScenarioSession, focusName: string): FieldPresence {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let here = false;
  return {
    enter() {
      here = true;
      session.show({ focus: focusName, typing: false });
    },
    typed() {
      here = true;
      session.show({ focus: focusName, typing: true });
      clearTimeout(timer);
      timer = setTimeout(() => here && session.show({ typing: false }), typingFor);
    },
    leave() {
      clearTimeout(timer);
      if (!here) return;
      here = false;
      session.show({ focus: null, typing: false });
    },
  };
}
