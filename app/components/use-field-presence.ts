'use client';
import { useEffect, useMemo } from 'react';
import { useSession } from '@/app/scenarios/[id]/session/hooks';

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
  const presence = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let here = false;
    const enter = (): void => {
      here = true;
      session.show({ focus: focusName, typing: false });
    };
    const typed = (): void => {
      here = true;
      session.show({ focus: focusName, typing: true });
      clearTimeout(timer);
      timer = setTimeout(() => here && session.show({ typing: false }), typingFor);
    };
    const leave = (): void => {
      clearTimeout(timer);
      if (!here) return;
      here = false;
      session.show({ focus: null, typing: false });
    };
    return { enter, typed, leave };
  }, [session, focusName]);
  useEffect(() => () => presence.leave(), [presence]);
  return presence;
}
