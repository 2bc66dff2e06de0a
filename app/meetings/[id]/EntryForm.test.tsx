// @vitest-environment jsdom
import { NextIntlClientProvider } from 'next-intl';
import { act } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadMessages } from '@/lib/messages/load';
import type { Entry } from '@/lib/meetings/meeting';
import { EntryForm, type EntryFormProps } from './EntryForm';

let root: Root;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function open(props: Pick<EntryFormProps, 'onSend'> & Partial<EntryFormProps>): Promise<void> {
  const messages = await loadMessages('en');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
        <EntryForm place="m:p" me="anna" participants={[]} busy={false} {...props} />
      </NextIntlClientProvider>,
    ),
  );
}
const field = (): HTMLTextAreaElement => document.querySelector('textarea')!;
const write = (text: string): Promise<void> =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(field(), text);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
const send = (): Promise<void> => act(async () => field().form!.requestSubmit());

it('asks for the same again under the same id, and for anything else under another', async () => {
  const asked: [body: string, id: string][] = [];
  let works = false;
  await open({ onSend: async ({ body }, id) => (asked.push([body, id]), works) });
  await write('Both sides agree');
  await send();
  await send();
  await write('Both sides agree to meet again');
  works = true;
  await send();
  await write('Both sides agree to meet again');
  await send();
  const [first, again, changed, afterwards] = asked.map(([, id]) => id);
  expect(again).toBe(first);
  expect(new Set([first, changed, afterwards]).size).toBe(3);
  expect(field().value).toBe('');
});

it('lets go of a correction that is given up, so that it cannot replace what others write meanwhile', async () => {
  const entry: Entry = { id: 'e', kind: 'note', body: 'As it was', assignee: null, dueOn: null, author: { id: 'anna', name: 'Anna', delegation: 'DE' }, at: '2026-01-01T09:00:00Z', editedAt: null, version: 1, mayCorrect: true };
  const onCancel = vi.fn();
  await open({ entry, onSend: async () => false, onCancel });
  await write('As it was not');
  await act(async () => void field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(onCancel).toHaveBeenCalledOnce();
  await act(async () => root.unmount());
  await open({ entry: { ...entry, body: 'As Li has it', version: 2 }, onSend: async () => false, onCancel });
  expect(field().value).toBe('As Li has it');
});

it('brings back a half-typed text into the page that the server drew without it', async () => {
  const messages = await loadMessages('en');
  const page = (
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <EntryForm place="m:p" me="anna" participants={[]} busy={false} onSend={async () => false} />
    </NextIntlClientProvider>
  );
  await open({ onSend: async () => false });
  await write('Half a sent');
  await act(async () => root.unmount());
  vi.stubGlobal('localStorage', undefined);
  const drawn = renderToString(page);
  vi.unstubAllGlobals();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = drawn;
  const onRecoverableError = vi.fn();
  await act(async () => void (root = hydrateRoot(place, page, { onRecoverableError })));
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(field().value).toBe('Half a sent');
});
