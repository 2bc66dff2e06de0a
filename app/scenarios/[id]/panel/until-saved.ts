import type { ScenarioSession } from '../session/scenario-session';

/**
 * Waits until the server has committed all that this person did, so that a comment on a role just drawn finds the role,
 * and a version holds the sentence just typed.
 * @returns false if that does not happen within `patience` ms, or can't: then the server lacks something
 */
export function untilSaved(session: Pick<ScenarioSession, 'trust'>, patience = 5_000): Promise<boolean> {
  const { trust } = session;
  return new Promise((resolve) => {
    const settle = (saved: boolean): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(saved);
    };
    const look = (): void => {
      const { state } = trust.get();
      if (state === 'saved') settle(true);
      if (state === 'refused') settle(false);
    };
    const timer = setTimeout(() => settle(false), patience);
    const unsubscribe = trust.subscribe(look);
    look();
  });
}
