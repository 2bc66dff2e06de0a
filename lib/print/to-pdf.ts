import PDFDocument from 'pdfkit';
import { column, looks, page, Pen, type Pdf } from './pen';
import type { PrintBlock, PrintDocument, PrintText } from './print-document';
import { registerFaces } from './print-fonts';

/**
 * Draws a document as PDF (A4), with its fonts embedded as far as they are used; asks no network.
 * @returns the file
 */
export async function toPdf(document: PrintDocument): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    bufferPages: true,
    lang: { en: 'en', de: 'de', zh: 'zh-Hans' }[document.language],
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: document.title, Creator: 'Accord', Producer: 'Accord' },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  await registerFaces(pdf);
  const pen = new Pen(pdf, document.compact ? looks.compact : looks.normal);
  for (const block of document.blocks) drawBlock(pen, block);
  pen.drawFeet(document.footer ?? document.title);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Tells how high blocks become in a PDF, without drawing them. */
export interface PageRuler {
  /** How much fits on a page. */
  readonly room: number;
  /** The height of blocks below others, as if pages had no end. */
  readonly heightOf: (blocks: readonly PrintBlock[]) => number;
}

/** Opening the faces takes a quarter of a second: rulers share what is open, until it has noted the widths of very many words. */
let open: { readonly pdf: Pdf; uses: number } | undefined;
const mostUses = 200;

/** A ruler for documents that are `compact`. */
export async function pageRuler(): Promise<PageRuler> {
  if (!open || open.uses >= mostUses) {
    const pdf = new PDFDocument({ autoFirstPage: false });
    await registerFaces(pdf);
    open = { pdf, uses: 0 };
  }
  open.uses++;
  const { pdf } = open;
  return {
    // less a line: a heading asks for more below it than may stand there
    room: page.height - page.foot - page.margin - 12,
    heightOf(blocks) {
      const pen = new Pen(pdf, looks.compact, { isDry: true });
      for (const block of blocks) drawBlock(pen, block);
      return pen.used;
    },
  };
}

function drawBlock(pen: Pen, block: PrintBlock): void {
  const { look } = pen;
  switch (block.kind) {
    case 'heading': {
      const { size, before, after } = look.headings[block.level];
      pen.skip(before);
      // a heading never stands alone at the end of a page
      pen.reserve(size * look.lead + after + 2 * look.text * look.lead);
      pen.write([{ text: block.text, bold: true }], { size });
      return pen.skip(after);
    }
    case 'paragraph':
      pen.write(block.runs, { size: look.text });
      return pen.skip(look.gap);
    case 'facts':
      for (const { label, value } of block.facts) pen.writeRow([[{ text: label, soft: true }], value], [column * 0.3, column * 0.7], { size: look.text, ruled: false });
      return pen.skip(look.gap);
    case 'table': {
      const shares = block.widths ?? block.header.map(() => 1);
      const sum = shares.reduce((total, share) => total + share, 0);
      const widths = shares.map((share) => (share / sum) * column);
      const header = block.header.map((text): PrintText => [{ text, bold: true }]);
      pen.writeRow(header, widths, { size: look.table, ruled: true });
      for (const row of block.rows) pen.writeRow(row, widths, { size: look.table, ruled: true, header });
      return pen.skip(look.gap + 2);
    }
    case 'list':
      block.items.forEach((item, index) => {
        pen.write(item, { size: look.text, indent: 18, mark: block.ordered ? `${index + 1}.` : '•' });
        pen.skip(look.gap / 3);
      });
      return pen.skip((look.gap * 2) / 3);
    case 'page-break':
      return pen.newPage();
  }
}
