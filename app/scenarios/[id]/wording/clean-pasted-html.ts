import { soundText } from '@/lib/domain/text';

/** Elements that carry nothing to keep. */
const useless = 'style, script, meta, link, title, head, xml, noscript, template, svg, img, video, audio, iframe, object, button, input, select, textarea';

/**
 * Makes plain structure of what is pasted from Word, WeChat, Google Docs or the web: paragraphs, lists, bold, italic,
 * links. The editor's schema drops what it does not know; this prepares what it would misread: Word's lists, which are
 * paragraphs with painted bullets, tables, empty paragraphs used as space, bold that an office wraps around everything.
 */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(soundText(html), 'text/html');
  const { body } = page;
  removeComments(page);
  for (const element of body.querySelectorAll(useless)) element.remove();
  for (const element of [...body.querySelectorAll('*')]) if (element.tagName.includes(':')) element.replaceWith(...element.childNodes); // <o:p> and the like
  for (const element of body.querySelectorAll<HTMLElement>('[style*="display:none" i], [style*="display: none" i], [hidden]')) element.remove();
  listsFromWord(body);
  rowsFromTables(body);
  for (const element of [...body.querySelectorAll('p, section, div')]) if (isBlank(element) && !element.querySelector('li')) element.remove();
  plainSpaces(body);
  return body.innerHTML;
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** `<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·  </span>text</p>` … → nested lists. */
function listsFromWord(body: HTMLElement): void {
  const open: { readonly list: HTMLElement; readonly level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p')]) {
    const level = Number(/mso-list:[^;"]*level(\d+)/i.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0);
    if (!level) continue;
    if (paragraph.previousElementSibling !== last || !last) open.length = 0;
    const bullet = [...paragraph.querySelectorAll<HTMLElement>('span')].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''));
    const ordered = /^[\s(（]*([0-9]+|[a-z]{1,3}|[一二三四五六七八九十]+)[.)、．）]/i.test(bullet?.textContent ?? '');
    bullet?.remove();

    while (open.length && open.at(-1)!.level > level) open.pop();
    if (!open.length || open.at(-1)!.level < level) {
      const list = body.ownerDocument.createElement(ordered ? 'ol' : 'ul');
      const outer = open.at(-1)?.list;
      if (outer) (outer.lastElementChild ?? outer.appendChild(body.ownerDocument.createElement('li'))).append(list);
      else paragraph.before(list);
      open.push({ list, level });
    }
    const item = body.ownerDocument.createElement('li');
    const content = body.ownerDocument.createElement('p');
    content.append(...paragraph.childNodes);
    item.append(content);
    open.at(-1)!.list.append(item);
    paragraph.remove();
    last = open[0]!.list;
  }
}

/** A row becomes a paragraph, its cells separated by a bar: nothing is lost, and no two words run together. */
function rowsFromTables(body: HTMLElement): void {
  for (const lineBreak of body.querySelectorAll('table br')) lineBreak.replaceWith(' ');
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')].map((row) => {
      const paragraph = body.ownerDocument.createElement('p');
      paragraph.textContent = [...row.querySelectorAll('td, th')].map((cell) => (cell.textContent ?? '').trim().replace(/\s+/g, ' ')).join(' | ');
      return paragraph;
    });
    table.replaceWith(...rows);
  }
}

const isBlank = (element: Element): boolean => !(element.textContent ?? '').replace(/[\u00a0\u200b\ufeff]/g, '').trim();

/** Offices and chat programs write runs of non-breaking spaces and invisible marks. A single one may be meant (10 %). */
function plainSpaces(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    node.data = node.data.replace(/[\u200b\ufeff]/g, '').replace(/[\u00a0 ]{2,}|\u00a0(?=\s)|(?<=\s)\u00a0/g, ' ');
  }
}
