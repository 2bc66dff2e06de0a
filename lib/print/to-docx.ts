import { AlignmentType, convertMillimetersToTwip, Document, ExternalHyperlink, Footer, HeadingLevel, LevelFormat, Packer, PageBreak, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type ParagraphChild } from 'docx';
import { presentableText } from '@/lib/domain/text';
import type { PrintBlock, PrintDocument, PrintText } from './print-document';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const locales = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' } as const;
/** The faces that a reader's Word has; nothing is embedded. */
const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' } as const;
const softInk = '555555';
/** A4 between margins of 25 mm, in twips: Word takes a table's columns from its grid, not from shares. */
const column = convertMillimetersToTwip(160);

/**
 * Draws a document as DOCX (A4), for Word and all that read its files; asks no network.
 * @returns the file
 */
export async function toDocx(document: PrintDocument): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title: presentableText(document.title),
    creator: 'Accord',
    styles: {
      default: {
        document: { run: { font, size: 21, language: { value: locales[document.language], eastAsia: 'zh-CN' } }, paragraph: { spacing: { after: 120 } } },
        heading1: { run: { size: 34, bold: true }, paragraph: { spacing: { after: 160 }, keepNext: true } },
        heading2: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 100 }, keepNext: true } },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
      },
    },
    numbering: {
      config: [{ reference: 'ordered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 440, hanging: 440 } } } }] }],
    },
    sections: [
      {
        properties: { page: { size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }, margin: { top: convertMillimetersToTwip(25), bottom: convertMillimetersToTwip(25), left: convertMillimetersToTwip(25), right: convertMillimetersToTwip(25) } } },
        footers: { default: new Footer({ children: [new Paragraph({ children: [...runsOf([{ text: `${document.footer ?? document.title}  ·  `, soft: true }]), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: softInk })] })] }) },
        children: lists(document.blocks).flatMap(({ block, list }) => draw(block, list)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** Each ordered list counts from one: it needs a number of its own. */
const lists = (blocks: readonly PrintBlock[]): readonly { readonly block: PrintBlock; readonly list: number }[] => {
  let list = 0;
  return blocks.map((block) => ({ block, list: block.kind === 'list' && block.ordered ? ++list : list }));
};

function draw(block: PrintBlock, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: runsOf([{ text: block.text }]) })];
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.runs) })];
    case 'facts':
      return [
        tableOf(
          block.facts.map(({ label, value }) => [[{ text: label, soft: true }], value]),
          [3, 7],
          false,
        ),
        new Paragraph({}),
      ];
    case 'table':
      return [
        tableOf(
          [block.header.map((text): PrintText => [{ text, bold: true }]), ...block.rows],
          block.widths ?? block.header.map(() => 1),
          true,
        ),
        new Paragraph({}),
      ];
    case 'list':
      return block.items.map((item) => new Paragraph({ children: runsOf(item), ...(block.ordered ? { numbering: { reference: 'ordered', level: 0, instance: list } } : { bullet: { level: 0 } }) }));
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** @param ruled with lines, and with the first row as header that is repeated on every page */
function tableOf(rows: readonly (readonly PrintText[])[], shares: readonly number[], ruled: boolean): Table {
  const sum = shares.reduce((total, share) => total + share, 0);
  const widths = shares.map((share) => Math.round((share / sum) * column));
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
          cantSplit: false,
          children: cells.map((cell, index) => new TableCell({ width: { size: widths[index] ?? column, type: WidthType.DXA }, margins: { top: 40, bottom: 40, right: 120 }, children: [new Paragraph({ spacing: { after: 0 }, children: runsOf(cell) })] })),
        }),
    ),
  });
}

function runsOf(text: PrintText): ParagraphChild[] {
  return text.map((run) => {
    const isLink = run.link !== undefined && /^https?:\/\//i.test(run.link);
    const lines = presentableText(run.text).normalize('NFC').split('\n');
    const children = lines.map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }), bold: run.bold, italics: run.italic, ...(run.soft && { color: softInk }), ...(run.mark === 'inserted' && { underline: {} }), strike: run.mark === 'deleted', ...(run.badge && { border: { style: 'single', size: 4, color: softInk } }), ...(isLink && { style: 'Hyperlink' }) }));
    return isLink ? [new ExternalHyperlink({ link: run.link!, children })] : children;
  }).flat();
}
