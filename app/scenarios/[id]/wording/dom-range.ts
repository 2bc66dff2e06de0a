/** The text of a rendered section (`RichTextView`), counted as `plainSection` counts. */
function textNodes(root: HTMLElement): { readonly node: Text; readonly at: number }[] {
  const nodes: { node: Text; at: number }[] = [];
  let at = 0;
  let started = false;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      nodes.push({ node, at });
      at += node.length;
    } else if (node instanceof HTMLParagraphElement) {
      if (started) at++;
      started = true;
    } else if (node instanceof HTMLBRElement) at++;
  }
  return nodes;
}

/** What somebody has selected inside a rendered section, as a range of its text; null if that is nothing. */
export function selectedIn(root: HTMLElement): { readonly from: number; readonly to: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  let from: number | null = null;
  let to = 0;
  for (const { node, at } of textNodes(root)) {
    if (!range.intersectsNode(node)) continue;
    from ??= at + (node === range.startContainer ? range.startOffset : 0);
    to = at + (node === range.endContainer ? range.endOffset : node.length);
  }
  return from !== null && from < to ? { from, to } : null;
}

/** The places of a rendered section that a range of its text covers. */
export function domRangesOf(root: HTMLElement, { from, to }: { readonly from: number; readonly to: number }): Range[] {
  return textNodes(root).flatMap(({ node, at }) => {
    const start = Math.max(from, at);
    const end = Math.min(to, at + node.length);
    if (start >= end) return [];
    const range = document.createRange();
    range.setStart(node, start - at);
    range.setEnd(node, end - at);
    return [range];
  });
}
