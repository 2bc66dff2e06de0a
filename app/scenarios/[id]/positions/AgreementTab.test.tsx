// @vitest-environment jsdom
import { NextIntlClientProvider } from 'next-intl';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ToastsProvider } from '@/app/components/Toasts';
import { createDocument } from '@/lib/document/create-document';
import { loadMessages } from '@/lib/messages/load';
import { largeScenario } from '@/tests/support/large-scenario';
import { sessionOn } from '@/tests/support/session-on';
import { AgreementProvider } from '../panel/AgreementProvider';
import { SessionContext } from '../session/hooks';
import { parseAddress } from '../workspace/address';
import { WorkspaceViewProvider } from '../workspace/WorkspaceViewProvider';
import { AgreementTab } from './AgreementTab';
import { PositionsProvider } from './PositionsProvider';

const side = (id: string, code: string) => ({ id, code, name: { en: id, de: id, zh: id }, takesPart: true });
const snapshot = (number: number) => ({ number, name: `Version ${number}`, kind: 'manual', restores: null, hash: 'h', createdBy: null, createdAt: '2026-01-01T00:00:00Z', parties: [], offer: null, agreed: false });
const cell = 'cell:e1:who';

let root: Root;
/** What the server is asked, with how to answer it. */
let asked: { readonly path: string; readonly body: unknown; readonly answer: (body: unknown, status?: number) => void }[];
const answers: Readonly<Record<string, unknown>> = {
  '/api/scenarios/s/positions': { sides: [side('germany', 'DE'), side('china', 'CN')], positions: [], judgements: [], authentic: null, may: { speakFor: 'germany' } },
  '/api/scenarios/s/threads': { threads: [] },
  '/api/scenarios/s/readers': { people: [] },
  '/api/scenarios/s/snapshots': { snapshots: [snapshot(2), snapshot(1)], agreement: { state: 'draft' }, frozen: null, may: { create: false, offer: false, restore: false, freeze: false, sign: null } },
};
const reply = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

async function open(children: ReactNode): Promise<void> {
  const session = sessionOn(createDocument(largeScenario({ roles: 6, relations: 6, words: 24 })));
  const messages = await loadMessages('en');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
        <ToastsProvider>
          <SessionContext value={session}>
            <WorkspaceViewProvider initial={parseAddress(new URLSearchParams())} defaultMode="network">
              <AgreementProvider>
                <PositionsProvider>{children}</PositionsProvider>
              </AgreementProvider>
            </WorkspaceViewProvider>
          </SessionContext>
        </ToastsProvider>
      </NextIntlClientProvider>,
    ),
  );
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  vi.stubGlobal('CSS', { escape: (text: string) => text, supports: () => true });
  Element.prototype.scrollIntoView ??= () => {};
  localStorage.clear();
  asked = [];
  vi.stubGlobal('fetch', (path: string, { method, body: sent }: RequestInit) => (method === 'GET' && path in answers ? Promise.resolve(reply(answers[path])) : new Promise((resolve) => asked.push({ path, body: sent, answer: (body, status) => resolve(reply(body, status)) }))));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const one = <E extends Element>(selector: string, text = ''): E => {
  const found = [...document.querySelectorAll<E>(selector)].find((element) => element.textContent?.includes(text));
  if (!found) throw new Error(`nothing like ${selector} “${text}”`);
  return found;
};
const press = (selector: string, text: string): Promise<void> => act(async () => one<HTMLElement>(selector, text).click());
async function choose(label: string, value: string): Promise<void> {
  await act(async () => {
    const select = one<HTMLSelectElement>(`select[aria-label="${label}"]`);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
const isOn = (text: string): boolean => one('button[role=radio]', text).getAttribute('data-state') === 'on';
const versionChosen = (): string => one<HTMLSelectElement>('select[aria-label="Compared with a version"]').value;

it('keeps the status that is chosen while the items of a version are still on their way', async () => {
  await open(<AgreementTab item={null} onItem={() => {}} />);
  await choose('Compared with a version', '1');
  await press('button[role=radio]', 'All');
  await act(async () => asked[0]!.answer({ items: [] }));
  expect(isOn('All')).toBe(true);
  expect(versionChosen()).toBe('1');
  expect(document.querySelectorAll('[data-agree]')).toHaveLength(0);
});

it('shows what the version chosen last says, whichever answer comes last, and why one does not come', async () => {
  await open(<AgreementTab item={null} onItem={() => {}} />);
  await choose('Compared with a version', '1');
  await choose('Compared with a version', '2');
  expect(asked.map(({ path }) => path)).toEqual(['/api/scenarios/s/snapshots/1/items', '/api/scenarios/s/snapshots/2/items']);
  await act(async () => asked[1]!.answer({ items: [] }));
  await act(async () => asked[0]!.answer({ error: { code: 'internal', message: 'Too late.' } }, 500));
  expect(versionChosen()).toBe('2');
  expect(document.querySelector('[role=alert]')).toBeNull();
  await choose('Compared with a version', '1');
  await act(async () => asked[2]!.answer({ error: { code: 'internal', message: 'Went wrong.' } }, 500));
  expect(one('[role=alert]').textContent).toContain('Went wrong.');
  // what is shown still is what version 2 leaves
  expect(versionChosen()).toBe('2');
});

it('keeps a half-typed reason for an own judgement, and the change that it is for, while its row is closed', async () => {
  await open(<AgreementTab item={cell} onItem={() => {}} />);
  await press('button', 'Judge on our own');
  await choose('Our judgement', 'none');
  await act(async () => {
    const field = one<HTMLTextAreaElement>('textarea[aria-label=Reason]');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(field, 'Because the customers stay');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => root.unmount());
  await open(<AgreementTab item={cell} onItem={() => {}} />);
  expect(one<HTMLTextAreaElement>('textarea[aria-label=Reason]').value).toBe('Because the customers stay');
  expect(one<HTMLSelectElement>('select[aria-label="Our judgement"]').value).toBe('none');
  await press('button', 'Cancel');
  await act(async () => root.unmount());
  await open(<AgreementTab item={cell} onItem={() => {}} />);
  expect(document.querySelector('textarea[aria-label=Reason]')).toBeNull();
});

it('undoes the same step when the first attempt has failed', async () => {
  await open(<AgreementTab item={cell} onItem={() => {}} />);
  const key = (name: string): Promise<void> => act(async () => void one('[data-agree="cell:e1:who"]').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })));
  await key('a');
  await act(async () => asked[0]!.answer({ taken: [cell], refused: [] }));
  await key('u');
  await act(async () => asked[1]!.answer({ error: { code: 'unavailable', message: 'Not now.' } }, 503));
  await key('u');
  expect(asked.slice(1).map(({ path }) => path)).toEqual(Array.from({ length: 2 }, () => '/api/scenarios/s/positions/takings-back'));
  // it may have arrived although no answer came: under one id it is done once
  expect(asked[2]!.body).toEqual(asked[1]!.body);
});
