/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element; `children` are elements already (or made by `escapeXml`). */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let written = '';
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) written += ` ${key}="${typeof value === 'number' ? value : escapeXml(value)}"`;
  }
  return children.length ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`;
}

/** Letters of which nothing has to be escaped or left out. */
const plain = /^[ !#-%(-;=?-~\u00a0-\ud7ff]*$/;

/** Text as XML content or attribute value; characters that XML does not have are left out. */
export function escapeXml(text: string): string {
  if (plain.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** What the reader's system has, Chinese included: a figure loads nothing. Those of the widths in text-metrics.ts come first. */
export const fontStack =
  "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Noto Sans', sans-serif";

export interface TextLook {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle';
  /** Colour of a seam around the letters, for text that lies on lines. */
  readonly halo?: string;
  readonly italic?: boolean;
  /** Struck through. */
  readonly struck?: boolean;
}

/** Height of a line of text in a figure. */
export const lineHeight = (size: number): number => Math.round(size * 1.3);

/** Lines of text below each other; `y` is the top of the first. */
export function textLines(lines: readonly string[], x: number, y: number, { size, fill, weight, anchor = 'middle', halo, italic, struck }: TextLook): string {
  const spans = lines.map((line, index) =>
    line && element('tspan', { x: round(x), y: round(y + index * lineHeight(size) + lineHeight(size) / 2 + size * 0.35) }, escapeXml(line)),
  );
  return element(
    'text',
    {
      'font-size': size,
      'font-weight': weight,
      'font-style': italic ? 'italic' : undefined,
      'text-decoration': struck ? 'line-through' : undefined,
      'text-anchor': anchor,
      fill,
      ...(halo && { stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
    },
    ...spans,
  );
}

const round = (value: number): number => Math.round(value * 10) / 10 + 0;
