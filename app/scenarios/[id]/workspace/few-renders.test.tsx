// @vitest-environment jsdom
import { NextIntlClientProvider } from 'next-intl';
import { act, Profiler, useEffect, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { createDocument } from '@/lib/document/create-document';
import { placeBoxes, setChange } from '@/lib/document/edits/edit-entities';
import { createScenarioUndo } from '@/lib/document/undo';
import { loadMessages } from '@/lib/messages/load';
import type { PresentPerson } from '@/lib/sync/presence';
import { largeScenario } from '@/tests/support/large-scenario';
import { AssessmentTable } from '../assessment/AssessmentTable';
import { SessionContext, useWorkspaceView, type WorkspaceView } from '../session/hooks';
import type { Peer, ScenarioSession, Trust } from '../session/scenario-session';
import { settable, type Settable } from '../session/watchable';
import { watchScenario } from '../session/watch-scenario';
import { Wording } from '../wording/Wording';
import { parseAddress } from './address';
import { CommandsProvider } from './commands';
import { FollowingProvider } from './following';
import { PeopleHere } from './PeopleHere';
import { WorkspaceViewProvider } from './WorkspaceViewProvider';

// Stands in each row, cell and text, renders with it, and counts that.
const rendered: string[] = [];
vi.mock('../panel/CommentButton', () => ({ CommentButton: ({ item }: { readonly item: string }) => void rendered.push(item) }));
// The editor itself is loaded later; it would render with its text.
vi.mock('next/dynamic', () => ({ default: () => () => null }));

const anna: PresentPerson = { id: 'anna', name: 'Anna', delegation: 'DE', color: '#123456' };
const li: PresentPerson = { id: 'li', name: 'Li', delegation: 'CN', color: '#654321' };

let root: Root;
let doc: Y.Doc;
let peers: Settable<readonly Peer[]>;
let view: WorkspaceView;
const commits = new Map<string, number>();
const counted = (id: string, children: ReactNode) => (
  <Profiler id={id} onRender={(name) => commits.set(name, (commits.get(name) ?? 0) + 1)}>
    {children}
  </Profiler>
);

function TakeView() {
  const taken = useWorkspaceView();
  useEffect(() => void (view = taken), [taken]);
  return null;
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query !== 'print', addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
  doc = createDocument(largeScenario({ roles: 6, relations: 6, words: 24 }));
  peers = settable<readonly Peer[]>([]);
  const session: ScenarioSession = {
    scenarioId: 's',
    doc,
    awareness: new Awareness(doc),
    me: anna,
    right: settable('editor' as const),
    editing: settable('open' as const),
    undo: createScenarioUndo(doc),
    trust: settable<Trust>({ state: 'saved' }),
    ready: settable(true),
    unsaved: settable(false),
    scenario: watchScenario(doc),
    peers,
    show: () => {},
    onNews: () => () => {},
    discardUnsent: () => Promise.resolve(),
    destroy: () => {},
  };
  const messages = await loadMessages('en');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
        <SessionContext value={session}>
          <WorkspaceViewProvider initial={parseAddress(new URLSearchParams())} defaultMode="network">
            <CommandsProvider>
              <FollowingProvider>
                <TakeView />
                {counted('assessment', <AssessmentTable />)}
                {counted('wording', <Wording />)}
                {counted('people', <PeopleHere />)}
              </FollowingProvider>
            </CommandsProvider>
          </WorkspaceViewProvider>
        </SessionContext>
      </NextIntlClientProvider>,
    ),
  );
  commits.clear();
  rendered.length = 0;
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe('what renders again in a workspace', () => {
  it('nothing but the canvas, when a role is selected', async () => {
    await act(async () => view.setSelection(['role:r1']));
    expect(view.selection.get()).toEqual(['role:r1']);
    expect([...commits]).toEqual([]);
  });

  it('the one cell or text that is selected, and the one that was', async () => {
    await act(async () => view.setSelection(['cell:e1:who']));
    expect(rendered).toEqual(['cell:e1:who']);
    await act(async () => view.setSelection(['section:description:en']));
    expect(rendered.slice(1).sort()).toEqual(['cell:e1:who', 'section:description:en']);
  });

  it('nothing but the canvas, when a role is moved', async () => {
    await act(async () => doc.transact(() => placeBoxes(doc, 'before', { r1: [7, 7, 168, 72] })));
    expect([...commits]).toEqual([]);
  });

  it('the row of a cell that somebody judges, and in it that cell alone', async () => {
    await act(async () => setChange(doc, 'e3', 'how', 'none'));
    expect(rendered.sort()).toEqual(['cell:e3:how', 'enterprise:e3']);
    expect(commits.has('wording')).toBe(false);
  });

  it('the bar of people when somebody comes, not when they move their mouse', async () => {
    const peerAt = (x: number): Peer => ({ clientId: 7, user: { ...li }, presence: { part: 'network', pointer: { phase: 'before', x, y: 0 } }, activeAt: x });
    await act(async () => peers.set([peerAt(1)]));
    expect([...commits.keys()]).toEqual(['people']);
    commits.clear();
    await act(async () => peers.set([peerAt(2)]));
    expect([...commits]).toEqual([]);
  });
});
