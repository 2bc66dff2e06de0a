'use client';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState, type RefObject } from 'react';
import { failureOf, request, type Failure } from '@/app/scenarios/[id]/panel/agreement-api';
import type { Language } from '@/lib/domain/languages';
import type { MatterSection } from '@/lib/domain/matter';
import type { RichText } from '@/lib/domain/rich-text';
import { isUnsaved, nextMatterState, nothingStored, type MatterEvent, type MatterState, type StoredText } from './matter-state';

/** How long one rests before what one typed is stored, and before another attempt. */
const rest = 1_000;
const retry = 5_000;

export interface MatterTextProps {
  readonly collection: string;
  readonly section: MatterSection;
  readonly language: Language;
  /** What the server holds now; undefined: nothing yet. */
  readonly stored: StoredText | undefined;
  /** Under which key of this browser unsaved words outlive the page. */
  readonly draft: string;
  /** Asks the server what it holds. */
  readonly refresh: () => Promise<void>;
}

export interface MatterText {
  readonly state: MatterState;
  readonly unsaved: boolean;
  /** Why the last attempt to store did not work. */
  readonly failure: Failure | null;
  readonly tell: (event: MatterEvent) => void;
  readonly type: (text: RichText) => void;
  /** To be true while an input method composes: what it has is not told of yet, and nothing may come in between. */
  readonly composing: RefObject<boolean>;
}

/** A text that is stored while one writes; unsaved words outlive the page, and what others store is never written over unseen. */
export function useMatterText({ collection, section, language, stored = nothingStored, draft, refresh }: MatterTextProps): MatterText {
  const [state, tell] = useReducer(nextMatterState, null, (): MatterState => keptDraft(draft) ?? { text: stored.text, stored, theirs: null });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const sending = useRef(false);
  const path = `/api/collections/${collection}/texts/${section}/${language}`;
  const unsaved = isUnsaved(state);

  const composing = useRef(false);
  const latest = useRef(stored);
  useLayoutEffect(() => {
    latest.current = stored;
    if (!composing.current) tell({ kind: 'arrived', stored });
  }, [stored]);
  const type = useCallback((text: RichText): void => {
    tell({ kind: 'typed', text });
    tell({ kind: 'arrived', stored: latest.current }); // what has come during a composition
  }, []);
  useEffect(() => keepDraft(draft, unsaved ? state : null), [draft, unsaved, state]);

  const send = useCallback(
    async (text: RichText, version: number): Promise<void> => {
      if (sending.current) return;
      sending.current = true;
      try {
        const answer = await request<{ version: number }>('PUT', path, { text, version });
        tell({ kind: 'saved', stored: { text, version: answer.version } });
        setFailure(null);
      } catch (error) {
        const failed = failureOf(error);
        if (failed.code === 'item-changed') await refresh();
        else setFailure(failed);
      } finally {
        sending.current = false;
        setAttempt((before) => before + 1);
      }
    },
    [path, refresh],
  );
  useSentOnLeaving(path, state);

  const waits = unsaved && state.theirs === null;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => void send(state.text, state.stored.version), failure ? retry : rest);
    return () => clearTimeout(timer);
  }, [waits, state.text, state.stored.version, failure, attempt, send]);
  return { state, unsaved, failure: unsaved ? failure : null, tell, type, composing };
}

/** Who leaves right after the last word has stored it, too. The draft stays until it is known to have arrived. */
function useSentOnLeaving(path: string, state: MatterState): void {
  const now = useRef(state);
  useLayoutEffect(() => {
    now.current = state;
  });
  useEffect(() => {
    const leave = (): void => {
      const { text, stored, theirs } = now.current;
      if (theirs || !isUnsaved(now.current)) return;
      void fetch(path, { method: 'PUT', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text, version: stored.version }) }).catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [path]);
}

function keptDraft(key: string): MatterState | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Pick<MatterState, 'text' | 'stored'> | null;
    return kept && Array.isArray(kept.text) ? { ...kept, theirs: null } : null;
  } catch {
    return null; // no storage, or nothing that makes sense
  }
}

function keepDraft(key: string, state: MatterState | null): void {
  try {
    if (state) localStorage.setItem(key, JSON.stringify({ text: state.text, stored: state.stored }));
    else localStorage.removeItem(key);
  } catch {
    // a full or forbidden storage: the text lives as long as the page
  }
}
