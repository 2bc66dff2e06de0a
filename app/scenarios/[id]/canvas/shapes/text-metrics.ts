import type { Editor } from 'tldraw';
import type { Language } from '@/lib/domain/languages';
import { breakable } from '@/lib/figures/breakable';
import { textWidth, wrapBalanced } from '@/lib/figures/text-metrics';

/** How labels are set; used for drawing them and for finding out how much room they need, so that nothing is cut. */
export const labelFont = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
export const labelText = { fontSize: 15, lineHeight: 1.3, fontWeight: '600' } as const;
export const enterpriseText = { fontSize: 11, lineHeight: 1.3, fontWeight: '500', letterSpacing: '0.04em' } as const;
/** Capitals are wider than the letters with which `breakable` reckons. */
const capitals = { ...enterpriseText, fontSize: 13.5 } as const;
export const relationText = { fontSize: 13, lineHeight: 1.3, fontWeight: '400' } as const;
export const noteText = { fontSize: 14, lineHeight: 1.35, fontWeight: '400' } as const;
/** From a shape's outer edge to its text: border and padding together, for measuring and drawing alike. */
export const roleInset = 10;
export const noteInset = 12;
/** Relations' labels break into lines beyond this. */
export const relationLabelWidth = 150;

type TextStyle = { readonly fontSize: number; readonly lineHeight: number; readonly fontWeight: string; readonly letterSpacing?: string };

/** Long words break at the soft hyphens of `breakable`, in need anywhere: nothing is ever cut. */
export const breaking = { hyphens: 'manual', overflowWrap: 'anywhere' } as const;

/** An enterprise's name as it stands in a role, where CSS sets it in capitals. */
export const breakableName = (name: string, width: number): string => breakable(name, capitals, width);

const balanced = new Map<string, number>();

/** The width at which a text of several lines has lines of about the same length, in a usual font. */
function balancedWidth(text: string, { fontSize }: TextStyle, maxWidth: number): number {
  const key = `${fontSize} ${maxWidth} ${text}`;
  let width = balanced.get(key);
  if (width === undefined) {
    const lines = wrapBalanced(text, maxWidth, fontSize);
    width = lines.length < 2 ? maxWidth : Math.min(maxWidth, Math.ceil(Math.max(...lines.map((line) => textWidth(line, fontSize)))));
    if (balanced.size > mostSizes) balanced.clear();
    balanced.set(key, width);
  }
  return width;
}

const sizes = new Map<string, { readonly width: number; readonly height: number }>();
const mostSizes = 4_000;

/** The room that a text needs if its lines may be `maxWidth` wide. */
export function measure(editor: Editor, text: string, lang: Language, style: TextStyle, maxWidth: number): { readonly width: number; readonly height: number } {
  if (!text) return { width: 0, height: 0 };
  const key = `${lang} ${style.fontSize} ${style.fontWeight} ${maxWidth} ${text}`;
  const known = sizes.get(key);
  if (known) return known;
  const { w, h } = editor.textMeasure.measureText(breakable(text, style, maxWidth), {
    fontStyle: 'normal',
    fontFamily: labelFont,
    padding: '0px',
    ...style,
    maxWidth: Math.max(1, maxWidth),
    otherStyles: { ...(style.letterSpacing && { 'letter-spacing': style.letterSpacing }), 'overflow-wrap': 'anywhere', 'white-space': 'pre-wrap', hyphens: 'manual' },
  });
  const size = { width: Math.ceil(w), height: Math.ceil(h) };
  if (sizes.size > mostSizes) sizes.clear();
  sizes.set(key, size);
  return size;
}

/** Wider fonts than usual need so much more. */
const allowances = [1, 1.12, 1.25];

/**
 * The room that a text needs in lines of about the same length, as many as there are at `maxWidth`, so that nothing
 * around a short line is covered. `lineWidth` is where its lines break.
 */
export function measureBalanced(editor: Editor, text: string, lang: Language, style: TextStyle, maxWidth: number): { readonly width: number; readonly height: number; readonly lineWidth: number } {
  const whole = measure(editor, text, lang, style, maxWidth);
  const usual = balancedWidth(text, style, maxWidth);
  for (const allowance of allowances) {
    const lineWidth = Math.ceil(usual * allowance);
    if (lineWidth >= maxWidth) break;
    const size = measure(editor, text, lang, style, lineWidth);
    if (size.height <= whole.height) return { ...size, lineWidth };
  }
  return { ...whole, lineWidth: maxWidth };
}
