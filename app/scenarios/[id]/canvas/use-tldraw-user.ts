'use client';
import { useEffect, useState } from 'react';
import { atom, createTLCurrentUser, type TLCurrentUser, type TLUserPreferences } from 'tldraw';
import type { Language } from '@/lib/domain/languages';
import type { PresentPerson } from '@/lib/sync/presence';

const locales: Record<Language, string> = { en: 'en', de: 'de', zh: 'zh-cn' };

/** tldraw's idea of its user: language and theme of the page. Kept in memory only. */
export function useTldrawUser(me: PresentPerson, language: Language): TLCurrentUser {
  const [{ user, change }] = useState(() => {
    const preferences = atom<TLUserPreferences>('preferences', { id: me.id, name: me.name, color: me.color, locale: locales[language], colorScheme: themeShown() });
    return {
      user: createTLCurrentUser({ userPreferences: preferences, setUserPreferences: (next) => void preferences.set(next) }),
      change: (part: Partial<TLUserPreferences>) => void preferences.update((before) => ({ ...before, ...part })),
    };
  });
  useEffect(() => change({ locale: locales[language] }), [change, language]);
  useEffect(() => {
    const observer = new MutationObserver(() => change({ colorScheme: themeShown() }));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [change]);
  return user;
}

function themeShown(): 'light' | 'dark' | 'system' {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
