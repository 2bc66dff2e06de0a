// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { Button } from './Button';

it('does nothing while busy and can still hold the focus', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const [pressed, sent] = [vi.fn(), vi.fn()];
  const show = (busy: boolean): Promise<void> =>
    act(async () =>
      root.render(
        <form onSubmit={(event) => (event.preventDefault(), sent())}>
          <Button type="submit" busy={busy} onClick={pressed}>
            Send
          </Button>
        </form>,
      ),
    );
  await show(true);
  const button = document.querySelector('button')!;
  button.click();
  expect([pressed.mock.calls.length, sent.mock.calls.length]).toEqual([0, 0]);
  expect([button.disabled, button.getAttribute('aria-disabled'), button.getAttribute('aria-busy')]).toEqual([false, 'true', 'true']);
  await show(false);
  button.click();
  expect([pressed.mock.calls.length, sent.mock.calls.length]).toEqual([1, 1]);
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});
