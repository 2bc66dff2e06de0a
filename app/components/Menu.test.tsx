// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Menu, MenuItem } from './Menu';

let root: Root;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  Element.prototype.scrollIntoView ??= () => {};
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function Editable() {
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <Menu trigger={<button id="more">More</button>}>
        <MenuItem onSelect={() => setEditing(true)}>Edit</MenuItem>
      </Menu>
      {isEditing && <input id="field" autoFocus />}
    </>
  );
}

const byId = (id: string): HTMLElement => document.getElementById(id)!;
const press = (key: string): Promise<void> => act(async () => void document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
/** Radix gives the focus back in a task of its own. */
const closed = (): Promise<void> => act(async () => vi.waitFor(() => expect(document.querySelector('[role=menu]')).toBeNull()).then(() => new Promise((resolve) => setTimeout(resolve))));

it('leaves the focus in what was opened from it', async () => {
  await act(async () => root.render(<Editable />));
  byId('more').focus();
  await press('Enter');
  await press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('Edit');
  await press('Enter');
  await closed();
  expect(document.activeElement?.id).toBe('field');
});

it('gives the focus back when nothing is chosen', async () => {
  await act(async () => root.render(<Editable />));
  byId('more').focus();
  await press('Enter');
  await press('Escape');
  await closed();
  expect(document.activeElement?.id).toBe('more');
});
