import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakable } from './breakable';
import { breakWord } from './break-word';
import { textWidth, widestOf, wrapBalanced, wrapText } from './text-metrics';

const together = (lines: readonly string[]): string => lines.join('').replace(/[-\s\u00ad]/gu, '');

describe('wrapping', () => {
  it('takes a label without end in its stride: the server draws figures between its other work', () => {
    expect(together(wrapText('x'.repeat(190_000), 148, 14))).toBe('x'.repeat(190_000));
    expect(widestOf(wrapText('\n'.repeat(190_000), 148, 14), 14)).toBe(0);
  });

  it('loses nothing, and keeps every line within the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('Instandhaltungsdienstleistungsvereinbarung', '价值网络中的业务角色', 'a-b', '，', 'مشغل', '👩‍🔧')), { maxLength: 6 }),
        fc.integer({ min: 60, max: 300 }),
        (words, width) => {
          const text = words.join(' ');
          const lines = wrapText(text, width, 14);
          expect(together(lines)).toBe(text.replace(/[-\s\u00ad]/gu, ''));
          for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ends on 10,000 characters without a seam', () => {
    for (const text of ['x'.repeat(10_000), 'a\u0301'.repeat(5_000), `a${'\u0301'.repeat(10_000)}`, '价'.repeat(10_000), 'ab '.repeat(4_000)])
      expect(together(wrapText(text, 148, 14))).toBe(text.replaceAll(' ', ''));
  });

  it('breaks German compounds at their seams', () => {
    expect(wrapText('Instandhaltungsdienstleister', 148, 14)).toEqual(['Instandhaltungs-', 'dienstleister']);
    expect(wrapText('Plattformbetreiber und Fertigungsdienstleister', 148, 14)).toEqual(['Plattformbetreiber', 'und', 'Fertigungsdienst-', 'leister']);
  });

  it('lets no Chinese line begin with a comma or end with an opening bracket', () => {
    for (let width = 60; width < 200; width += 7) {
      for (const line of wrapText('机器供应商（实体），产品价值链，数据与服务价值链（未来）。', width, 14)) {
        expect(line).not.toMatch(/^[，。）]/);
        expect(line).not.toMatch(/（$/);
      }
    }
  });

  it('balances lines without making more of them', () => {
    expect(wrapText('提供机器与物料的使用信息', 148, 14)).toEqual(['提供机器与物料的使用', '信息']);
    expect(wrapBalanced('提供机器与物料的使用信息', 148, 14)).toEqual(['提供机器与物', '料的使用信息']);
    expect(wrapBalanced('supplier', 148, 14)).toEqual(['supplier']);
    expect(wrapBalanced('provider of manufacturing services', 148, 14)).toEqual(['provider of', 'manufacturing', 'services']);
  });

  it('keeps line feeds, and gives one empty line for nothing', () => {
    expect(wrapText('a\nb\r\nc', 100, 14)).toEqual(['a', 'b', 'c']);
    expect(wrapText('', 100, 14)).toEqual(['']);
  });
});

describe('breaking a word', () => {
  const upTo = (length: number) => (text: string) => text.length <= length;

  it.each([
    ['soft\u00adware\u00adentwicklung', 12, 'soft\u00adware-'],
    ['Wertschöpfungskette', 16, 'Wertschöpfungs-'],
    ['Maschinenbetreiber', 12, 'Maschinen-'],
    ['Kommunikation', 9, 'Kommuni-'],
    ['Instandhaltungsaufträge', 15, 'Instandhal-'],
    ['Nutzenversprechen', 11, 'Nutzenver-'],
    ['Weiterbeschreibung', 12, 'Weiterbe-'],
    ['Gesprächs', 6, 'Gesprä'],
    ['Plattformgesellschaft', 18, 'Plattformgesell-'],
  ])('%s', (word, length, head) => {
    expect(breakWord(word, upTo(length))[0]).toBe(head);
  });

  it('takes at least one whole character, even where nothing fits', () => {
    expect(breakWord('👩‍🔧👩‍🔧', () => false)).toEqual(['👩‍🔧', '👩‍🔧']);
  });
});

describe('measuring', () => {
  it('knows wide, narrow and invisible characters', () => {
    expect(textWidth('价值', 10)).toBe(20);
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
    expect(textWidth('iii', 10)).toBeLessThan(textWidth('mmm', 10));
    expect(textWidth('ab', 10, true)).toBeGreaterThan(textWidth('ab', 10));
    expect(textWidth('', 10)).toBe(0);
  });
});

describe('soft hyphens for a browser', () => {
  const shown = (text: string, width: number): string => breakable(text, { fontSize: 14, fontWeight: '600' }, width).replaceAll('\u00ad', '|');

  it('stand at every seam of a word that may be too long, so that the last that fits is taken', () => {
    expect(shown('Instandhaltungsdienstleister', 136)).toBe('Instand|haltungs|dienst|leister');
    expect(shown('Betreiber der IIoT-Plattform', 136)).toBe('Betreiber der IIoT-Plattform');
  });

  it('stand elsewhere only where a part between two seams is too long itself', () => {
    expect(shown('Wertschöpfungsnetzwerk', 70).split('|').length).toBeGreaterThan(3);
    expect(shown('x'.repeat(60), 100).replaceAll('|', '')).toBe('x'.repeat(60));
  });
});
