// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFocusOnThreads } from './use-focus-on-threads';

let root: Root;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function Threads({ open, done = [] }: { readonly open: readonly string[]; readonly done?: readonly string[] }) {
  return (
    <ul {...useFocusOnThreads()} tabIndex={-1}>
      {open.map((id) => (
        <li key={id}>
          <article data-thread={id} tabIndex={-1}>
            {!done.includes(id) && <button type="button">{id}</button>}
          </article>
        </li>
      ))}
    </ul>
  );
}
const show = (open: string, done = ''): Promise<void> => act(async () => root.render(<Threads open={[...open]} done={[...done]} />));
const press = (id: string): void => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === id)!.focus();
const focused = (): string => (document.activeElement as HTMLElement).dataset.thread ?? document.activeElement!.tagName;

it('keeps the focus on a thread whose button has done its deed', async () => {
  await show('abc');
  press('b');
  await show('abc', 'b');
  expect(focused()).toBe('b');
});

it.each([
  ['b', 'ac', 'c'],
  ['c', 'ab', 'b'],
  ['a', '', 'UL'],
])('leads from %s, which leaves, to what is left in its place', async (left, rest, next) => {
  await show('abc');
  press(left);
  await show(rest);
  expect(focused()).toBe(next);
});

it('takes the focus from nobody who has gone elsewhere, or nowhere', async () => {
  await show('abc');
  press('b');
  await act(async () => (document.activeElement as HTMLElement).blur());
  await show('ac');
  expect(focused()).toBe('BODY');
});
