/** Sizes of the workspace's panes, as react-resizable-panels names them: pane → percent. */
export type PaneLayout = Readonly<Record<string, number>>;

/** Where the sizes are remembered: a cookie, so that the server renders the page as it was left. */
export const layoutCookie = 'panes';

/** The layouts in a cookie's value, by group; what makes no sense is left out. */
export function parseLayouts(value: string | undefined): Readonly<Record<string, PaneLayout>> {
  if (!value || value.length > 1_000) return {};
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(value));
    if (!parsed || typeof parsed !== 'object') return {};
    return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, PaneLayout] => isLayout(entry[1])));
  } catch {
    return {};
  }
}

function isLayout(value: unknown): value is PaneLayout {
  if (!value || typeof value !== 'object') return false;
  const sizes = Object.values(value);
  return sizes.length > 1 && sizes.every((size) => typeof size === 'number' && size >= 0 && size <= 100);
}

/** Remembers one group's layout beside the others', for a year. */
export function rememberLayout(group: string, layout: PaneLayout): void {
  const before = parseLayouts(document.cookie.split('; ').find((pair) => pair.startsWith(`${layoutCookie}=`))?.slice(layoutCookie.length + 1));
  const rounded = Object.fromEntries(Object.entries(layout).map(([pane, size]) => [pane, Math.round(size * 10) / 10]));
  document.cookie = `${layoutCookie}=${encodeURIComponent(JSON.stringify({ ...before, [group]: rounded }))}; path=/; max-age=31536000; samesite=lax`;
}
