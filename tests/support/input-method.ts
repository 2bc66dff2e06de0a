import type { Page } from '@playwright/test';

/** A real input method, as Chromium's own: half-composed words, candidates, a choice. */
export interface InputMethod {
  /** Shows `text` as being composed at the caret. */
  compose(text: string): Promise<void>;
  /** Chooses `text` and ends the composition, as Enter or Space does in a Chinese input method. */
  choose(text: string): Promise<void>;
  /** Presses a key that belongs to the input method, as far as a page can see. */
  pressWhileComposing(key: 'Enter' | 'Escape'): Promise<void>;
}

export async function inputMethodOf(page: Page): Promise<InputMethod> {
  const browser = await page.context().newCDPSession(page);
  return {
    compose: async (text) => void (await browser.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })),
    choose: async (text) => void (await browser.send('Input.insertText', { text })),
    async pressWhileComposing(key) {
      // Code 229 is what a browser says of every key that an input method has taken.
      const event = { key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
      await browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
      await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
  };
}
