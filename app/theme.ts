/** How the interface is lit; `system` follows the device. Kept in the cookie `theme`, shown as `data-theme` on `<html>`. */
export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

/** The theme that a cookie's value names; `system` for anything else. */
export function themeFrom(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}
