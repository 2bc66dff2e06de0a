// @vitest-environment jsdom
import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Thread } from '@/lib/comments/thread';
import { createDocument } from '@/lib/document/create-document';
import { loadMessages } from '@/lib/messages/load';
import { largeScenario } from '@/tests/support/large-scenario';
import { sessionOn } from '@/tests/support/session-on';
import { SessionContext } from '../session/hooks';
import { parseAddress } from '../workspace/address';
import { WorkspaceViewProvider } from '../workspace/WorkspaceViewProvider';
import { AgreementProvider } from './AgreementProvider';
import { ThreadCard } from './ThreadCard';

const anna = { id: 'anna', name: 'Anna', delegation: 'DE' };
const thread = {
  id: 't', item: 'role:r1', anchor: null, kind: 'general', internalTo: null, assignee: null, dueOn: null, resolved: null, unread: 0,
  comments: [{ id: 'c', author: anna, at: '2026-01-01T00:00:00Z', body: 'As it is', language: 'en', editedAt: null, isDeleted: false, mentions: [], translations: [], proposal: null }],
} as unknown as Thread;

let root: Root;
const outside = vi.fn();
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ threads: [], people: [], snapshots: [] }))));
  Element.prototype.scrollIntoView ??= () => {};
  outside.mockClear();
  const messages = await loadMessages('en');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
        <SessionContext value={sessionOn(createDocument(largeScenario({ roles: 6, relations: 6, words: 24 })))}>
          <WorkspaceViewProvider initial={parseAddress(new URLSearchParams())} defaultMode="network">
            <AgreementProvider>
              {/* as the panel around, which an Escape that nobody used closes */}
              <div onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && outside()}>
                <ThreadCard thread={thread} itemLabel="Role" isLinked={false} linkedComment={null} showsItem detached={null} mayComment startsInView />
              </div>
            </AgreementProvider>
          </WorkspaceViewProvider>
        </SessionContext>
      </NextIntlClientProvider>,
    ),
  );
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const press = (key: string): Promise<void> => act(async () => void document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
const named = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)!;
/** Chooses by keyboard; Radix gives the focus back in a task of its own. */
async function choose(menu: string, item: string): Promise<void> {
  await act(async () => named(menu).focus());
  await press('Enter');
  const found = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(({ textContent }) => textContent === item)!;
  await act(async () => found.focus());
  await press('Enter');
  await act(async () => vi.waitFor(() => expect(document.querySelector('[role=menu]')).toBeNull()).then(() => new Promise((resolve) => setTimeout(resolve))));
}

it.each([
  ['More about the comment by Anna', 'Delete…', 'Delete comment'],
  ['More about this thread', 'Assign…', ''],
  ['More about the comment by Anna', 'Edit', ''],
])('%s: %s takes the focus, and Escape leads back to the menu’s button and no further', async (menu, item, button) => {
  await choose(menu, item);
  expect(document.activeElement).not.toBe(named(menu));
  expect(document.activeElement!.textContent).toContain(button);
  await press('Escape');
  expect(document.activeElement).toBe(named(menu));
  expect(outside).not.toHaveBeenCalled();
});
