'use client';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { isLanguage, languages, type Language } from '@/lib/domain/languages';

const key = 'accord:wording-languages';

/** Which languages stand side by side; remembered on this device. At least one does. */
export function useShownLanguages(): { readonly shown: readonly Language[]; toggle(language: Language): void } {
  const stored = useSyncExternalStore(subscribe, read, () => '');
  const [unstored, setUnstored] = useState<readonly Language[] | null>(null);
  const shown = unstored ?? parse(stored);
  const toggle = useCallback(
    (language: Language) => {
      const next = languages.filter((each) => (each === language ? !shown.includes(each) : shown.includes(each)));
      if (!next.length) return;
      setUnstored(next);
      try {
        localStorage.setItem(key, next.join(','));
      } catch {
        // a device that keeps nothing: it holds until the page goes
      }
    },
    [shown],
  );
  return { shown, toggle };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

function read(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function parse(stored: string): readonly Language[] {
  const known = stored.split(',').filter(isLanguage);
  return known.length ? known : languages;
}
