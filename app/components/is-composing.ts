/**
 * True while a key belongs to an input method (Enter, Escape and arrows choose its candidates): whoever handles keys asks
 * first. Takes React's and the browser's events. Safari ends the composition before the key, which then carries code 229.
 */
export function isComposing(event: { readonly nativeEvent?: unknown; readonly isComposing?: boolean; readonly keyCode?: number }): boolean {
  const native = (event.nativeEvent ?? event) as { readonly isComposing?: boolean; readonly keyCode?: number };
  return native.isComposing === true || native.keyCode === 229;
}
