import PDFDocument from 'pdfkit';
import { breakLines, type Line } from './break-lines';
import { registerFaces, type Face } from './print-fonts';
import type { PrintBlock, PrintDocument, PrintText } from './print-document';

/** A4 in points, as in the rest of the world that Accord is made for. */
const page = { width: 595.28, height: 841.89, margin: 56, foot: 64 } as const;
const column = page.width - 2 * page.margin;
const lead = 1.45;
const ink = '#1a1a1a';
const softInk = '#555555';
const hairline = '#bbbbbb';
const headings = { 1: { size: 18, before: 0, after: 8 }, 2: { size: 13, before: 12, after: 4 }, 3: { size: 11, before: 8, after: 3 } } as const;
const textSize = 10;
const tableSize = 9;
const cellPadding = 4;

type Pdf = InstanceType<typeof PDFDocument>;

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
  const pen = new Pen(pdf);
  for (const block of document.blocks) drawBlock(pen, block);
  pen.drawFeet(document.footer ?? document.title);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawBlock(pen: Pen, block: PrintBlock): void {
  switch (block.kind) {
    case 'heading': {
      const { size, before, after } = headings[block.level];
      pen.skip(before);
      // a heading never stands alone at the end of a page
      pen.reserve(size * lead + after + 2 * textSize * lead);
      pen.write([{ text: block.text, bold: true }], { size });
      return pen.skip(after);
    }
    case 'paragraph':
      pen.write(block.runs, { size: textSize });
      return pen.skip(6);
    case 'facts':
      for (const { label, value } of block.facts) pen.writeRow([[{ text: label, soft: true }], value], [column * 0.3, column * 0.7], { size: textSize, ruled: false });
      return pen.skip(6);
    case 'table': {
      const shares = block.widths ?? block.header.map(() => 1);
      const sum = shares.reduce((total, share) => total + share, 0);
      const widths = shares.map((share) => (share / sum) * column);
      const header = block.header.map((text): PrintText => [{ text, bold: true }]);
      pen.writeRow(header, widths, { size: tableSize, ruled: true });
      for (const row of block.rows) pen.writeRow(row, widths, { size: tableSize, ruled: true, header });
      return pen.skip(8);
    }
    case 'list':
      block.items.forEach((item, index) => {
        pen.write(item, { size: textSize, indent: 18, mark: block.ordered ? `${index + 1}.` : '•' });
        pen.skip(2);
      });
      return pen.skip(4);
    case 'page-break':
      return pen.newPage();
  }
}

/** Writes from top to bottom, on as many pages as it takes. */
class Pen {
  private y: number = page.margin;
  constructor(private readonly pdf: Pdf) {}

  newPage(): void {
    this.pdf.addPage();
    this.y = page.margin;
  }

  skip(points: number): void {
    if (this.y > page.margin) this.y += points;
  }

  /** Begins a new page if less than so much is left of this one. */
  reserve(points: number): void {
    if (this.y + points > page.height - page.foot && this.y > page.margin) this.newPage();
  }

  write(runs: PrintText, { size, indent = 0, mark }: { readonly size: number; readonly indent?: number; readonly mark?: string }): void {
    this.linesOf(runs, column - indent, size).forEach((line, index) => {
      this.reserve(size * lead);
      if (index === 0 && mark) this.drawLine(this.linesOf([{ text: mark }], indent, size)[0]!, page.margin, this.y, size);
      this.drawLine(line, page.margin + indent, this.y, size);
      this.y += size * lead;
    });
  }

  /** A row of cells, which goes on on the next page (below the header again) if it does not fit. */
  writeRow(cells: readonly PrintText[], widths: readonly number[], look: { readonly size: number; readonly ruled: boolean; readonly header?: readonly PrintText[] }): void {
    const { size, ruled } = look;
    const padding = ruled ? cellPadding : 1;
    const height = size * lead;
    const columns = widths.map((width, at) => this.linesOf(cells[at] ?? [], width - 2 * cellPadding, size));
    const count = Math.max(...columns.map((lines) => lines.length));
    let done = 0;
    do {
      const wanted = Math.min(count - done, 3);
      if (this.y + wanted * height + 2 * padding > page.height - page.foot && this.y > page.margin) {
        this.newPage();
        if (look.header) this.writeRow(look.header, widths, { size, ruled });
      }
      const fitting = Math.max(1, Math.floor((page.height - page.foot - this.y - 2 * padding) / height));
      const end = Math.min(count, done + fitting);
      let x: number = page.margin;
      widths.forEach((width, at) => {
        columns[at]!.slice(done, end).forEach((line, row) => this.drawLine(line, x + (ruled || at > 0 ? cellPadding : 0), this.y + padding + row * height, size));
        x += width;
      });
      const bottom = this.y + (end - done) * height + 2 * padding;
      if (ruled) this.rule(this.y, bottom, widths);
      this.y = bottom;
      done = end;
    } while (done < count);
  }

  drawFeet(text: string): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let at = start; at < start + count; at++) {
      this.pdf.switchToPage(at);
      const number = this.linesOf([{ text: `${at - start + 1} / ${count}`, soft: true }], 60, 8)[0]!;
      const width = number.reduce((sum, piece) => sum + piece.width, 0);
      const y = page.height - page.foot + 20;
      this.drawLine(number, page.width - page.margin - width, y, 8);
      this.linesOf([{ text, soft: true }], column - 70, 8).slice(0, 2).forEach((line, row) => this.drawLine(line, page.margin, y + row * 8 * lead, 8));
    }
  }

  private linesOf(runs: PrintText, width: number, size: number): Line[] {
    return breakLines(runs, width, (text: string, face: Face) => this.pdf.font(face).fontSize(size).widthOfString(text));
  }

  private drawLine(line: Line, x: number, y: number, size: number): void {
    let at = x;
    for (const { text, face, run, width } of line) {
      this.pdf
        .font(face)
        .fontSize(size)
        .fillColor(run.soft ? softInk : ink)
        // by the common base line, since the faces differ in height
        .text(text, at, y + size * 1.1, { lineBreak: false, baseline: 'alphabetic', ...(run.link && /^https?:/.test(run.link) && { link: run.link, underline: true }) });
      at += width;
    }
  }

  private rule(top: number, bottom: number, widths: readonly number[]): void {
    this.pdf.lineWidth(0.5).strokeColor(hairline);
    let x: number = page.margin;
    for (const width of widths) {
      this.pdf.rect(x, top, width, bottom - top).stroke();
      x += width;
    }
  }
}
