'use client';
import { useEditor, useValue } from 'tldraw';
import { enterpriseColour } from '@/lib/figures/palette';

/** Fill, ink and border of an enterprise's roles in the theme shown; -1 is white: no enterprise that is considered. */
export function useEnterpriseColour(index: number): { readonly fill: string; readonly stroke: string; readonly ink: string } {
  const editor = useEditor();
  const isDark = useValue('dark mode', () => editor.getColorMode() === 'dark', [editor]);
  if (index < 0) return { fill: 'var(--paper)', stroke: 'var(--ink)', ink: 'var(--ink)' };
  const colour = enterpriseColour(index);
  return isDark
    ? { fill: colour.darkFill, stroke: colour.darkStroke, ink: colour.darkInk }
    : { fill: colour.fill, stroke: colour.stroke, ink: colour.ink };
}
