import type { Editor } from 'tldraw';
import type { Language } from '@/lib/domain/languages';

/** How labels are set; used for drawing them and for finding out how much room they need, so that nothing is cut. */
export const labelFont = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
export const labelText = { fontSize: 15, lineHeight: 1.3, fontWeight: '600' } as const;
export const enterpriseText = { fontSize: 11, lineHeight: 1.3, fontWeight: '500' } as const;
export const relationText = { fontSize: 13, lineHeight: 1.3, fontWeight: '400' } as const;
export const noteText = { fontSize: 14, lineHeight: 1.35, fontWeight: '400' } as const;
export const rolePadding = 10;
export const notePadding = 12;
/** Relations' labels break into lines beyond this. */
export const relationLabelWidth = 150;

type TextStyle = { readonly fontSize: number; readonly lineHeight: number; readonly fontWeight: string };

/** Long words are broken by the language's hyphenation where the browser knows it, else anywhere: never cut. */
export const breaking = { hyphens: 'auto', overflowWrap: 'anywhere' } as const;

const sizes = new Map<string, { readonly width: number; readonly height: number }>();
const mostSizes = 4_000;

/** The room that a text needs if its lines may be `maxWidth` wide. */
export function measure(editor: Editor, text: string, lang: Language, style: TextStyle, maxWidth: number): { readonly width: number; readonly height: number } {
  if (!text) return { width: 0, height: 0 };
  const key = `${lang} ${style.fontSize} ${style.fontWeight} ${maxWidth} ${text}`;
  const known = sizes.get(key);
  if (known) return known;
  const { w, h } = editor.textMeasure.measureText(text, {
    fontStyle: 'normal',
    fontFamily: labelFont,
    padding: '0px',
    ...style,
    maxWidth: Math.max(1, maxWidth),
    // Hyphens depend on the language of the element, which the measuring element can't have: measured without, a text
    // needs as many lines as with them or more.
    otherStyles: { 'overflow-wrap': 'anywhere', 'white-space': 'pre-wrap' },
  });
  const size = { width: Math.ceil(w), height: Math.ceil(h) };
  if (sizes.size > mostSizes) sizes.clear();
  sizes.set(key, size);
  return size;
}
