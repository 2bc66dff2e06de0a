// @vitest-environment jsdom
import { NextIntlClientProvider } from 'next-intl';
import { act, StrictMode, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { SharedTextField } from '@/app/components/SharedTextField';
import { createDocument } from '@/lib/document/create-document';
import { projectScenario } from '@/lib/document/project-scenario';
import { rationaleOf, titleOf } from '@/lib/document/roots';
import { createScenarioUndo } from '@/lib/document/undo';
import { languages } from '@/lib/domain/languages';
import { sectionKeys } from '@/lib/domain/scenario';
import messages from '@/lib/messages/en/ui.json';
import field from '@/lib/messages/en/field.json';
import wording from '@/lib/messages/en/wording.json';
import { skeleton } from '@/lib/scenarios/skeleton';
import { SessionContext } from '../session/hooks';
import type { ScenarioSession, Watchable } from '../session/scenario-session';
import { SectionEditor } from './SectionEditor';

const always = <T,>(value: T): Watchable<T> => ({ get: () => value, subscribe: () => () => {} });

function sessionWith(doc: Y.Doc): ScenarioSession {
  return {
    scenarioId: 's',
    doc,
    awareness: new Awareness(doc),
    me: { id: 'p', name: 'Anna', delegation: 'DE', color: '#123456' },
    right: always('editor'),
    editing: always('open'),
    undo: createScenarioUndo(doc),
    trust: always({ state: 'saved' }),
    ready: always(true),
    unsaved: always(false),
    scenario: always(projectScenario(doc)),
    peers: always([]),
    show: () => {},
    onNews: () => () => {},
    discardUnsent: async () => {},
    destroy: () => {},
  };
}

const skeletal = skeleton({ title: 'Mounted', language: 'en' });
const worded = {
  ...skeletal,
  sections: {
    ...skeletal.sections,
    description: {
      ...skeletal.sections.description,
      en: [
        { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Bold', bold: true as const }, { type: 'break' as const }, { type: 'text' as const, text: '好😀' }] },
        { type: 'bullet-list' as const, items: [[{ type: 'paragraph' as const, content: [] }]] },
      ],
    },
  },
};

let root: Root;
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

const show = (session: ScenarioSession, children: ReactNode): Promise<void> =>
  act(async () =>
    root.render(
      <StrictMode>
        <NextIntlClientProvider locale="en" messages={{ ui: messages, field, wording }}>
          <SessionContext value={session}>{children}</SessionContext>
        </NextIntlClientProvider>
      </StrictMode>,
    ),
  );

it('mounting every editor under StrictMode, and again, writes nothing and leaves nothing to undo', async () => {
  const doc = createDocument(worded);
  const session = sessionWith(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const before = Y.encodeStateAsUpdate(doc);
  const nothing = (): void => {};
  const editors = (
    <>
      {sectionKeys.flatMap((section) =>
        languages.map((language) => (
          <SectionEditor key={`${section}:${language}`} section={section} language={language} label={`${section} ${language}`} placeholder="…" onFocus={nothing} onGone={nothing} onForeign={nothing} onLink={nothing} />
        )),
      )}
      <SharedTextField text={titleOf(doc, 'en')!} label="Title" focusName="scenario/title:en" wraps />
      <SharedTextField text={rationaleOf(doc, 'e', 'who')} label="Rationale" focusName="cell:e:who/rationale" multiline />
    </>
  );
  for (let mounts = 0; mounts < 2; mounts++) {
    await show(session, editors);
    expect(document.querySelectorAll('[contenteditable=true]')).toHaveLength(sectionKeys.length * languages.length);
    expect(document.querySelector('[aria-label="description en"]')?.textContent).toContain('好😀');
    expect(document.querySelector<HTMLTextAreaElement>('[aria-label=Title]')?.value).toBe('Mounted');
    await show(session, null);
  }
  expect(updates).toEqual([]);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  expect(session.undo.canUndo.get()).toBe(false);
});
