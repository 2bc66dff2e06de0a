/** An element of a figure, as `lib/figures/svg.ts` wrote it. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgElement | string)[];
}

const tokens = /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([\w:-]+)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Reads a figure of ours back: elements, attributes in double quotes, text. It is no reader for SVG from anywhere else.
 * @throws where something stands that our figures do not have
 */
export function readSvg(svg: string): SvgElement {
  const root: { children: (SvgElement | string)[] } = { children: [] };
  const open: { name: string; children: (SvgElement | string)[] }[] = [];
  tokens.lastIndex = 0;
  let end = 0;
  for (let token = tokens.exec(svg); token; token = tokens.exec(svg)) {
    end = tokens.lastIndex;
    const [, closes, name, attributes, isEmpty, text] = token;
    const into = open.at(-1) ?? root;
    if (text !== undefined) into.children.push(unescaped(text));
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`no figure of ours: </${name}>`);
    } else {
      const element = { name: name!, attributes: Object.fromEntries(Array.from(attributes!.matchAll(attribute), ([, key, value]) => [key!, unescaped(value!)])), children: [] };
      into.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  const [first] = root.children;
  if (end !== svg.length || open.length || typeof first !== 'object') throw new Error(`no figure of ours, from ${end}`);
  return first;
}

const unescaped = (text: string): string => text.replace(/&(\w+|#39);/g, (whole, entity: string) => entities[entity] ?? whole);

/** How large a figure is by itself, in its own units. */
export function sizeOf({ attributes }: SvgElement): { readonly width: number; readonly height: number } {
  return { width: Number(attributes.width), height: Number(attributes.height) };
}
