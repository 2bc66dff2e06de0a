// @vitest-environment jsdom
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RichText } from '@/lib/domain/rich-text';
import { useMatterText, type MatterText } from './use-matter-text';

const words: RichText = [{ type: 'paragraph', content: [{ type: 'text', text: 'The last word.' }] }];
let root: Root;
let matter: MatterText;
const sent = vi.fn(async (_path: string, _init: RequestInit) => new Response(JSON.stringify({ version: 1 })));
const refresh = async (): Promise<void> => undefined;

function Take() {
  const taken = useMatterText({ collection: 'c', section: 'introduction', language: 'de', stored: undefined, draft: 'draft', refresh });
  useEffect(() => void (matter = taken), [taken]);
  return null;
}
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', sent);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<Take />));
});
afterEach(() => {
  vi.unstubAllGlobals();
  sent.mockClear();
  localStorage.clear();
});

it('stores what was typed right before the page is left, and keeps it here until that is known', async () => {
  await act(async () => matter.type(words));
  await act(async () => root.unmount());
  expect(sent.mock.calls.map(([path, { method, body }]) => [path, method, JSON.parse(String(body))])).toEqual([['/api/collections/c/texts/introduction/de', 'PUT', { text: words, version: 0 }]]);
  expect(localStorage.getItem('draft')).toContain('The last word.');
});

it('sends nothing on leaving where nothing is unsaved, or where two texts wait for a decision', async () => {
  await act(async () => matter.type(words));
  await act(async () => matter.tell({ kind: 'arrived', stored: { text: [], version: 1 } }));
  await act(async () => void window.dispatchEvent(new Event('pagehide')));
  await act(async () => matter.tell({ kind: 'take-theirs' }));
  await act(async () => root.unmount());
  expect(sent).not.toHaveBeenCalled();
});
