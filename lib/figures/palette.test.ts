import { describe, expect, it } from 'vitest';
import { enterpriseColour, enterpriseColours, nextColour } from './palette';

type Rgb = readonly [number, number, number];

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** CIE lightness (0–100) of what a greyscale print shows. */
function lightness(hex: string): number {
  const y = luminance(linear(hex));
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

/** Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB. */
const sight: Record<string, readonly Rgb[]> = {
  'full sight': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
};

function seenAs(hex: string, matrix: readonly Rgb[]): Rgb {
  const rgb = linear(hex);
  return matrix.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]))) as unknown as Rgb;
}

function lab(rgb: Rgb): Rgb {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
  const y = f(luminance(rgb));
  const z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const pairs = enterpriseColours.flatMap((a, i) => enterpriseColours.slice(i + 1).map((b) => [a, b] as const));
const neighbours = enterpriseColours.slice(1).map((b, i) => [enterpriseColours[i]!, b] as const);

describe('enterprise colours', () => {
  it('are enough for the networks of the report', () => {
    expect(enterpriseColours.length).toBeGreaterThanOrEqual(10);
    expect(new Set(enterpriseColours.map((colour) => colour.name)).size).toBe(enterpriseColours.length);
  });

  it.each(enterpriseColours)('$name carries text at 4.5 : 1 and its outline at 3 : 1', (colour) => {
    expect(contrast(colour.ink, colour.fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour.darkInk, colour.darkFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour.stroke, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour.darkStroke, '#16181d')).toBeGreaterThanOrEqual(4.5);
    expect(Math.max(contrast(colour.stroke, colour.fill), contrast(colour.stroke, '#ffffff'))).toBeGreaterThanOrEqual(3);
  });

  it.each(neighbours)('$0.name and $1.name differ in greyscale', (a, b) => {
    expect(Math.abs(lightness(a.fill) - lightness(b.fill))).toBeGreaterThanOrEqual(8);
    expect(Math.abs(lightness(a.darkFill) - lightness(b.darkFill))).toBeGreaterThanOrEqual(8);
  });

  it.each(enterpriseColours)('$name is never taken for white, the colour of roles that are not considered', ({ fill }) => {
    expect(100 - lightness(fill)).toBeGreaterThanOrEqual(7);
  });

  describe.each(Object.entries(sight))('with %s', (_, matrix) => {
    it.each(pairs)('$0.name and $1.name differ', (a, b) => {
      expect(distance(lab(seenAs(a.fill, matrix)), lab(seenAs(b.fill, matrix)))).toBeGreaterThanOrEqual(12);
      expect(distance(lab(seenAs(a.darkFill, matrix)), lab(seenAs(b.darkFill, matrix)))).toBeGreaterThanOrEqual(9);
    });
  });
});

describe('handing out colours', () => {
  it('starts again after the last one and survives any number', () => {
    expect(enterpriseColour(enterpriseColours.length)).toBe(enterpriseColours[0]);
    expect(enterpriseColour(-1)).toBe(enterpriseColours.at(-1));
    expect(enterpriseColour(Number.NaN)).toBe(enterpriseColours[0]);
    expect(enterpriseColour(1.9)).toBe(enterpriseColours[1]);
  });

  it('gives the first colour that is used least', () => {
    expect(nextColour([])).toBe(0);
    expect(nextColour([0, 2])).toBe(1);
    expect(nextColour(enterpriseColours.map((_, index) => index))).toBe(0);
    expect(nextColour([...enterpriseColours.map((_, index) => index), 0])).toBe(1);
  });
});
