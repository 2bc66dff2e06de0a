// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFetched } from './use-fetched';

let root: Root;
let host: HTMLElement;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});

function Shown({ ask }: { readonly ask: (() => Promise<string>) | null }) {
  const [{ value }, refetch] = useFetched(ask);
  return <button onClick={() => void refetch()}>{value ?? 'nothing'}</button>;
}
const show = (ask: (() => Promise<string>) | null): Promise<void> => act(async () => root.render(<Shown ask={ask} />));

/** Answers when told to. */
function asked(): { readonly ask: () => Promise<string>; readonly answers: ((value: string) => void)[] } {
  const answers: ((value: string) => void)[] = [];
  return { answers, ask: () => new Promise((resolve) => answers.push(resolve)) };
}

it('fetches as soon as there is something to fetch', async () => {
  await show(null);
  expect(host.textContent).toBe('nothing');
  await show(() => Promise.resolve('here'));
  expect(host.textContent).toBe('here');
});

it('asks once more if it was asked to meanwhile, never twice at once', async () => {
  const { ask, answers } = asked();
  await show(ask);
  await act(async () => host.querySelector('button')!.click());
  await act(async () => host.querySelector('button')!.click());
  expect(answers).toHaveLength(1);
  await act(async () => answers[0]!('first'));
  expect(host.textContent).toBe('first');
  expect(answers).toHaveLength(2);
  await act(async () => answers[1]!('second'));
  expect(host.textContent).toBe('second');
  expect(answers).toHaveLength(2);
});

it('shows nothing of an answer to what is no longer asked', async () => {
  const before = asked();
  const after = asked();
  await show(before.ask);
  await show(after.ask);
  await act(async () => before.answers[0]!('of before'));
  expect(host.textContent).toBe('nothing');
  await act(async () => after.answers[0]!('of now'));
  expect(host.textContent).toBe('of now');
});
