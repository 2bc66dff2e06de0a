// @vitest-environment jsdom
import { NextIntlClientProvider } from 'next-intl';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { createDocument } from '@/lib/document/create-document';
import { loadMessages } from '@/lib/messages/load';
import { largeScenario } from '@/tests/support/large-scenario';
import { sessionOn } from '@/tests/support/session-on';
import { AssessmentTable } from '../assessment/AssessmentTable';
import { Outline } from '../outline/Outline';
import { SessionContext } from '../session/hooks';
import { parseAddress } from './address';
import { WorkspaceViewProvider } from './WorkspaceViewProvider';

it.each<[name: string, part: ReactNode, places: string, stops: number]>([
  ['grid of the assessment', <AssessmentTable key="a" />, '[data-at]', 1],
  ['three lists of the outline', <Outline key="o" />, '[data-row]', 3],
])('Tab goes into one place of each %s, its comments with it', async (_name, part, places, stops) => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  const session = sessionOn(createDocument(largeScenario({ roles: 6, relations: 6, words: 24 })));
  const messages = await loadMessages('en');
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
        <SessionContext value={session}>
          <WorkspaceViewProvider initial={parseAddress(new URLSearchParams())} defaultMode="network">
            {part}
          </WorkspaceViewProvider>
        </SessionContext>
      </NextIntlClientProvider>,
    ),
  );
  const reached = new Set([...document.querySelectorAll<HTMLElement>(`${places}, ${places} *`)].filter(({ tabIndex }) => tabIndex >= 0).map((element) => element.closest(places)));
  expect(document.querySelectorAll(`${places} [data-comments]`).length).toBeGreaterThan(stops);
  expect(reached.size).toBe(stops);
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});
