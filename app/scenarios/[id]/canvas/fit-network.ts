import { Box, type Editor } from 'tldraw';

/** Room around the network in screen units; more below, where the tools stand. */
const margin = 32;
const toolsHeight = 56;

/** Shows the whole network, never larger than life. */
export function fitNetwork(editor: Editor, { immediate = false }: { readonly immediate?: boolean } = {}): void {
  const bounds = editor.getCurrentPageBounds();
  const screen = editor.getViewportScreenBounds();
  if (!bounds || screen.w < 50 || screen.h < 50) return;
  const zoom = Math.min(1, (screen.w - 2 * margin) / bounds.w, (screen.h - 2 * margin - toolsHeight) / bounds.h);
  const target = Box.FromCenter({ x: bounds.center.x, y: bounds.center.y + toolsHeight / 2 / zoom }, { x: screen.w / zoom, y: screen.h / zoom });
  editor.zoomToBounds(target, { inset: 0, targetZoom: zoom, ...(immediate ? { immediate: true } : { animation: { duration: 150 } }) });
}
