import { enterpriseColour } from './palette';

/**
 * `light` and `dark` are for files; `page` follows the colour scheme of the page that the figure stands in (CSS
 * `light-dark()`), so it is for figures within pages only.
 */
export type FigureTheme = 'light' | 'dark' | 'page';

/** The colours of a figure. Fills are presentation attributes, since a strict Content-Security-Policy forbids `style`. */
export interface FigureColours {
  readonly paper: string;
  readonly ink: string;
  /** Text of second rank. */
  readonly soft: string;
  /** Thin separating lines. */
  readonly rule: string;
  /** Relations. */
  readonly line: string;
  /** What stands out in an assessment, and text on it. */
  readonly strong: string;
  readonly onStrong: string;
  /** @param colour index into the palette; null: no enterprise (white) */
  role(colour: number | null): { readonly fill: string; readonly stroke: string; readonly ink: string };
}

export function figureColours(theme: FigureTheme): FigureColours {
  const pick = (light: string, dark: string): string => (theme === 'page' ? `light-dark(${light}, ${dark})` : theme === 'dark' ? dark : light);
  const ink = pick('#14171c', '#f4f5f7');
  return {
    paper: pick('#ffffff', '#16181d'),
    ink,
    soft: pick('#4a5160', '#b4bac6'),
    rule: pick('#c9ced8', '#3b414d'),
    line: pick('#333a47', '#c3c9d4'),
    strong: pick('#0b4c92', '#87bafd'),
    onStrong: pick('#ffffff', '#0d1117'),
    role(colour) {
      if (colour === null) return { fill: pick('#ffffff', '#1f232b'), stroke: pick('#4a5160', '#b4bac6'), ink };
      const { fill, stroke, ink: on, darkFill, darkStroke, darkInk } = enterpriseColour(colour);
      return { fill: pick(fill, darkFill), stroke: pick(stroke, darkStroke), ink: pick(on, darkInk) };
    },
  };
}
