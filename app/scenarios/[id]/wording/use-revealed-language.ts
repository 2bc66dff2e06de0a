'use client';
import { useEffect } from 'react';
import { parseItemName } from '@/lib/domain/items';
import type { Language } from '@/lib/domain/languages';
import { useWorkspaceView } from '../session/hooks';

/** Calls back with the language of a text that a link leads to, so that one that is put away comes to be seen. */
export function useRevealedLanguage(onLanguage: (language: Language) => void): void {
  const { selection } = useWorkspaceView();
  useEffect(() => {
    return selection.subscribe(() => {
      const item = parseItemName(selection.get()[0] ?? '');
      if (item?.kind === 'section') onLanguage(item.language);
    });
  }, [selection, onLanguage]);
}
