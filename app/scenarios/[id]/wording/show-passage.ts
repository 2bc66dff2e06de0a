/** Name of the highlight in wording.css. */
const highlightName = 'passage';
const [pause, mostTries] = [100, 30];

/**
 * Brings words of a section into view and marks them until the next key or click, where the browser can (CSS custom
 * highlights). The section may come onto the page only now.
 * @param item name of the section (`itemName`)
 * @param among selector: where the words stand in such an element, that place is meant
 */
export function showPassage(item: string, words: string, among?: string): void {
  let tries = 0;
  const timer = setInterval(() => {
    const section = document.querySelector<HTMLElement>(`[data-part~="wording"] [data-item="${CSS.escape(item)}"]`);
    const places = section && [...(among ? section.querySelectorAll<HTMLElement>(among) : []), section];
    const range = places?.map((place) => rangeOfWords(place, words)).find((found) => found !== null);
    if (!range && ++tries < mostTries) return;
    clearInterval(timer);
    if (range) mark(range);
  }, pause);
}

function mark(range: Range): void {
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.set(highlightName, new Highlight(range));
  const seen = new AbortController();
  for (const event of ['keydown', 'pointerdown'])
    document.addEventListener(
      event,
      () => {
        CSS.highlights.delete(highlightName);
        seen.abort();
      },
      { signal: seen.signal, capture: true },
    );
}

/** Where words stand in what is shown, in whatever paragraphs and lines. */
export function rangeOfWords(root: HTMLElement, words: string): Range | null {
  const places: { readonly node: Text; readonly at: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (let at = 0; at < node.length; at++) {
      if (/\s/.test(node.data[at]!)) continue;
      places.push({ node, at });
      text += node.data[at]!;
    }
  }
  const wanted = words.replace(/\s+/g, '');
  const at = wanted ? text.indexOf(wanted) : -1;
  if (at === -1) return null;
  const [first, last] = [places[at]!, places[at + wanted.length - 1]!];
  const range = document.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at + 1);
  return range;
}
