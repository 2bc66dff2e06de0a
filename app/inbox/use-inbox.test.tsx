// @vitest-environment jsdom
import { act, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import type { Inbox } from '@/lib/inbox/inbox-entry';
import { useInbox, type LiveInbox } from './use-inbox';

const inboxWith = (read: boolean): Inbox => ({ entries: [{ id: 'e', kind: 'shared', at: '2026-01-01T00:00:00Z', by: null, scenario: null, subject: {}, read }], unread: read ? 0 : 1, more: false });

it('lets no answer from before a mark take the mark back', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const answers: ((body: unknown) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise((resolve) => answers.push((body) => resolve(new Response(JSON.stringify(body))))));
  let inbox!: LiveInbox;
  function Take() {
    const taken = useInbox(inboxWith(false));
    useEffect(() => void (inbox = taken), [taken]);
    return null;
  }
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<Take />));
  await act(async () => void inbox.refresh());
  await act(async () => void inbox.mark(['e'], true));
  await act(async () => answers[1]!({ ids: ['e'] }));
  expect(inbox.entries[0]!.read).toBe(true);
  await act(async () => answers[0]!(inboxWith(false)));
  expect([inbox.entries[0]!.read, inbox.unread]).toEqual([true, 0]);
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});
