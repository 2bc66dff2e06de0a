import { Bookmark, convertMillimetersToTwip, HeadingLevel, ImageRun, PageBreak, Paragraph, SimpleField, Table, TableCell, TableOfContents, TableRow, TextRun, WidthType, type FileChild } from 'docx';
import { presentableText } from '@/lib/domain/text';
import { colonIn, type Language } from '@/lib/domain/languages';
import { bookmarkOf, runsOf } from './docx-runs';
import { hyphenated } from './hyphenate';
import { plainText, type Caption, type PrintBlock, type PrintText } from './print-document';
import { readSvg, sizeOf } from './read-svg';

/** What stands for a figure where SVG can not be shown. */
export type DocxImages = Map<PrintBlock, Uint8Array>;

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** A4 between margins of 20 mm, in twips: Word takes a table's columns from its grid, not from shares. */
const column = convertMillimetersToTwip(170);
/** The same in pixels of 1/96 inch, and how high a figure may be, so that its caption stands with it. */
const figureRoom = { width: (170 / 25.4) * 96, height: (215 / 25.4) * 96 };

export function docxBlock(block: PrintBlock, { list, images, language }: { readonly list: number; readonly images: DocxImages; readonly language: Language }): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: block.id ? [new Bookmark({ id: bookmarkOf(block.id), children: runsOf(plainText(block.text)) })] : runsOf(plainText(block.text)) })];
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.runs) })];
    case 'facts':
      return [factsTable(block.facts), new Paragraph({})];
    case 'table':
      return [
        ...(block.caption ? [captionParagraph(block.caption, 'Table', language)] : []),
        tableOf(
          // not every program divides words by itself, and columns are narrow
          [block.header.map((text): PrintText => [{ text, bold: true }]), ...block.rows].map((row) => row.map((cell) => hyphenated(cell, language))),
          block.widths ?? block.header.map(() => 1),
          true,
        ),
        new Paragraph({}),
      ];
    case 'list':
      return block.items.map((item) => new Paragraph({ children: runsOf(item), ...(block.ordered ? { numbering: { reference: 'ordered', level: 0, instance: list } } : { numbering: { reference: 'bullets', level: 0 } }) }));
    case 'figure':
      return [new Paragraph({ style: 'Figure', children: [imageOf(block, images.get(block)!)] }), captionParagraph(block.caption, 'Figure', language)];
    case 'cover':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(plainText(block.title)) }), new Paragraph({ style: 'Subtitle', children: runsOf(plainText(block.subtitle)) }), factsTable(block.facts)];
    case 'contents':
      return [new Paragraph({ style: 'ContentsHeading', children: runsOf(plainText(block.title)) }), new TableOfContents(presentableText(block.title), { hyperlink: true, headingStyleRange: `1-${block.depth}` })];
    case 'part': // a section: see `toDocx`
      return [];
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** "Figure 7: …", the number as a field that counts by itself, its name as what cross-references repeat: it is bold by its style alone, which they do not take over. */
function captionParagraph({ id, word, number, text }: Caption, sequence: 'Figure' | 'Table', language: Language): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext: sequence === 'Table',
    children: [new Bookmark({ id: bookmarkOf(id), children: [new TextRun(`${word}\u00a0`), new SimpleField(`SEQ ${sequence} \\* ARABIC`, String(number))] }), new TextRun(colonIn(language)), ...runsOf([{ text, bold: false }])],
  });
}

function imageOf({ svg, caption, description }: Extract<PrintBlock, { kind: 'figure' }>, png: Uint8Array): ImageRun {
  const own = sizeOf(readSvg(svg));
  const scale = Math.min(1, figureRoom.width / own.width, figureRoom.height / own.height);
  const transformation = { width: Math.round(own.width * scale), height: Math.round(own.height * scale) };
  const title = presentableText(caption.text);
  return new ImageRun({ type: 'svg', data: Buffer.from(svg), transformation, fallback: { type: 'png', data: Buffer.from(png) }, altText: { name: title, title, description: presentableText(description) } });
}

const factsTable = (facts: readonly { readonly label: string; readonly value: PrintText }[]): Table =>
  tableOf(
    facts.map(({ label, value }) => [[{ text: label, soft: true }], value]),
    [3.3, 6.7],
    false,
  );

/** A cell up to this length stays on one page, in characters; a longer one may not fit on any. */
const longestWhole = 900;
/** A table up to this size stays on one page as a whole. */
const shortTable = { rows: 9, characters: 1_000 };
const lengthOf = (text: PrintText): number => text.reduce((sum, run) => sum + run.text.length, 0);

/** @param ruled with lines, and with the first row as header that is repeated on every page */
function tableOf(rows: readonly (readonly PrintText[])[], shares: readonly number[], ruled: boolean): Table {
  const sum = shares.reduce((total, share) => total + share, 0);
  const widths = shares.map((share) => Math.round((share / sum) * column));
  const isShort = rows.length <= shortTable.rows && rows.flat().reduce((length, cell) => length + lengthOf(cell), 0) <= shortTable.characters;
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  const line = { style: 'single', size: 4, color: 'BBBBBB' } as const;
  return new Table({
    width: { size: column, type: WidthType.DXA },
    columnWidths: widths,
    borders: ruled ? { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none } : { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: ruled && row === 0,
          cantSplit: cells.every((cell) => lengthOf(cell) < longestWhole),
          children: cells.map((cell, index) => new TableCell({ width: { size: widths[index] ?? column, type: WidthType.DXA }, margins: { top: 40, bottom: 40, right: 120 }, children: [new Paragraph({ style: 'TableText', keepNext: ruled && row < (isShort ? rows.length - 1 : 1), children: runsOf(cell) })] })),
        }),
    ),
  });
}
