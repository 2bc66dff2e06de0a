'use client';
import { useCallback } from 'react';
import { counterpartOf, type Counterpart } from '@/lib/diff/counterpart';
import type { Language } from '@/lib/domain/languages';
import type { SectionKey } from '@/lib/domain/scenario';
import { useDerived, useSession } from '../session/hooks';

/** How a text stands to the leading one; null for the language that leads. Renders again with what it says, not with every letter. */
export function useCounterpart(section: SectionKey, language: Language): Counterpart | null {
  const { scenario } = useSession();
  return useDerived(scenario, useCallback((wording) => counterpartOf(wording, section, language), [section, language]));
}

/** The paragraphs of a text to be marked, alone. */
export function useConcerned(section: SectionKey, language: Language): readonly number[] {
  const { scenario } = useSession();
  return useDerived(scenario, useCallback((wording) => counterpartOf(wording, section, language)?.concerned ?? none, [section, language]));
}

const none: readonly number[] = [];
