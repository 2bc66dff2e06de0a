'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { themeFrom, themes, type Theme } from '../theme';
import { Button } from './Button';
import { Menu, MenuChoice } from './Menu';

const icons = { light: Sun, dark: Moon, system: Monitor };
const changed = new EventTarget();
const oneYear = 365 * 24 * 60 * 60;

/** Lights the interface so, at once and from now on. */
export function setTheme(theme: Theme): void {
  document.cookie = `theme=${theme}; path=/; max-age=${oneYear}; samesite=lax`;
  document.documentElement.dataset.theme = theme;
  changed.dispatchEvent(new Event('change'));
}

/** The theme of the page, as chosen; the server says `system` until the browser knows. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      changed.addEventListener('change', listener);
      return () => changed.removeEventListener('change', listener);
    },
    () => themeFrom(document.documentElement.dataset.theme),
    () => 'system',
  );
}

/** Light, dark, or as the device; at once and remembered. */
export function ThemeMenu() {
  const t = useTranslations('ui.theme');
  const theme = useTheme();
  const Icon = icons[theme];
  return (
    <Menu
      label={t('title')}
      trigger={
        <Button look="quiet" aria-label={t('title')} title={t('title')} className="!px-1.5">
          <Icon size={16} aria-hidden />
        </Button>
      }
    >
      <MenuChoice value={theme} options={themes.map((value) => ({ value, label: t(value) }))} onChange={setTheme} />
    </Menu>
  );
}
