// @vitest-environment jsdom
import { NextIntlClientProvider } from 'next-intl';
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDocument } from '@/lib/document/create-document';
import { loadMessages } from '@/lib/messages/load';
import { largeScenario } from '@/tests/support/large-scenario';
import { sessionOn } from '@/tests/support/session-on';
import { SessionContext } from '../session/hooks';
import { parseAddress } from '../workspace/address';
import { CommandsProvider, useCommands, type Command } from '../workspace/commands';
import { WorkspaceViewProvider } from '../workspace/WorkspaceViewProvider';
import { AgreementCommands } from './AgreementCommands';
import { AgreementProvider } from './AgreementProvider';

const pushed: string[] = [];
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: (path: string) => pushed.push(path) }) }));

const may = { create: true, offer: true, restore: true, freeze: true, sign: null };
const version = { number: 3, name: 'Third', kind: 'manual', restores: null, hash: 'h', createdBy: null, createdAt: '2026-01-01T00:00:00Z', parties: [], offer: null, agreed: false };

let root: Root;
let commands: readonly Command[];
let asked: string[];
function TakeCommands() {
  const taken = useCommands();
  useEffect(() => void (commands = taken), [taken]);
  return null;
}

async function open(snapshots: unknown): Promise<void> {
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    if (method !== 'GET') asked.push(`${method} ${path}`);
    return Promise.resolve(new Response(JSON.stringify(path.endsWith('/snapshots') ? snapshots : { threads: [], people: [], blockers: [] })));
  });
  const messages = await loadMessages('en');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
        <SessionContext value={sessionOn(createDocument(largeScenario({ roles: 6, relations: 6, words: 24 })))}>
          <WorkspaceViewProvider initial={parseAddress(new URLSearchParams('item=role:r1'))} defaultMode="network">
            <CommandsProvider>
              <AgreementProvider>
                <AgreementCommands />
              </AgreementProvider>
              <TakeCommands />
            </CommandsProvider>
          </WorkspaceViewProvider>
        </SessionContext>
      </NextIntlClientProvider>,
    ),
  );
}
const labels = (): string[] => commands.map(({ label }) => label).sort();
const run = (label: string): Promise<void> => act(async () => commands.find((command) => command.label === label)!.run());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  asked = [];
  pushed.length = 0;
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

it('lists what leads to an agreement for a facilitator, and does it', async () => {
  await open({ snapshots: [version], agreement: { state: 'draft' }, frozen: null, may });
  expect(labels()).toEqual(['Close editing', 'Comment on the selected item', 'Create a version', 'History of the selected item', 'Offer version 3 for signature']);
  await run('Close editing');
  expect(asked).toEqual(['PUT /api/scenarios/s/freeze']);
  await run('History of the selected item');
  expect(pushed).toEqual(['/scenarios/s/history?item=role%3Ar1']);
  await run('Offer version 3 for signature');
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('Offer version 3 for signature');
});

it('leads a signatory to what is offered, and offers nothing that may not be done', async () => {
  await open({ snapshots: [{ ...version, offer: { number: 7, state: 'open' } }], agreement: { state: 'signing', number: 3, agreed: null }, frozen: { by: 'Li', at: '2026-01-01T00:00:00Z' }, may: { ...may, create: false, offer: false, freeze: false, sign: 'germany' } });
  expect(labels()).toEqual(['Comment on the selected item', 'History of the selected item', 'Read the brief and sign']);
  await run('Read the brief and sign');
  expect(pushed).toEqual(['/scenarios/s/offers/7']);
});
