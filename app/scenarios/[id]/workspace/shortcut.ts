/** A key combination as this device writes it: `mod+shift+Z` → `⌘⇧Z` on Apple's, `Ctrl+Shift+Z` elsewhere. */
export function shortcut(keys: string): string {
  const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
  const names: Readonly<Record<string, string>> = apple ? { mod: '⌘', shift: '⇧', alt: '⌥' } : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join(apple ? '' : '+');
}
