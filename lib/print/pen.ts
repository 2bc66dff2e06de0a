import type PDFDocument from 'pdfkit';
import { breakLines, type Line } from './break-lines';
import type { PrintText } from './print-document';
import type { Face } from './print-fonts';

/** A4 in points, as in the rest of the world that Accord is made for. */
export const page = { width: 595.28, height: 841.89, margin: 56, foot: 64 } as const;
export const column = page.width - 2 * page.margin;
const ink = '#1a1a1a';
const softInk = '#555555';
const hairline = '#bbbbbb';
const cellPadding = 4;
/** Sizes and gaps in points. */
export const looks = {
  normal: { text: 10, table: 9, lead: 1.45, gap: 6, headings: { 1: { size: 18, before: 0, after: 8 }, 2: { size: 13, before: 12, after: 4 }, 3: { size: 11, before: 8, after: 3 } } },
  compact: { text: 8.5, table: 8, lead: 1.36, gap: 4, headings: { 1: { size: 14, before: 0, after: 3 }, 2: { size: 10.5, before: 6, after: 2 }, 3: { size: 9, before: 4, after: 2 } } },
} as const;
export type Look = (typeof looks)[keyof typeof looks];

export type Pdf = InstanceType<typeof PDFDocument>;

/** Writes from top to bottom, on as many pages as it takes. */
export class Pen {
  private y: number = page.margin;
  /** A dry pen writes nothing on a page without end: it shows how much that would take. */
  private readonly isDry: boolean;
  constructor(
    private readonly pdf: Pdf,
    readonly look: Look,
    { isDry = false } = {},
  ) {
    this.isDry = isDry;
  }

  get used(): number {
    return this.y - page.margin;
  }
  private get bottom(): number {
    return this.isDry ? Infinity : page.height - page.foot;
  }

  newPage(): void {
    if (this.isDry) return;
    this.pdf.addPage();
    this.y = page.margin;
  }

  skip(points: number): void {
    if (this.y > page.margin) this.y += points;
  }

  /** Begins a new page if less than so much is left of this one. */
  reserve(points: number): void {
    if (this.y + points > this.bottom && this.y > page.margin) this.newPage();
  }

  write(runs: PrintText, { size, indent = 0, mark }: { readonly size: number; readonly indent?: number; readonly mark?: string }): void {
    this.linesOf(runs, column - indent, size).forEach((line, index) => {
      this.reserve(size * this.look.lead);
      if (index === 0 && mark) this.drawLine(this.linesOf([{ text: mark }], indent, size)[0]!, page.margin, this.y, size);
      this.drawLine(line, page.margin + indent, this.y, size);
      this.y += size * this.look.lead;
    });
  }

  /** A row of cells, which goes on on the next page (below the header again) if it does not fit. */
  writeRow(cells: readonly PrintText[], widths: readonly number[], look: { readonly size: number; readonly ruled: boolean; readonly header?: readonly PrintText[] }): void {
    const { size, ruled } = look;
    const padding = ruled ? cellPadding : 1;
    const height = size * this.look.lead;
    const columns = widths.map((width, at) => this.linesOf(cells[at] ?? [], width - 2 * cellPadding, size));
    const count = Math.max(...columns.map((lines) => lines.length));
    let done = 0;
    do {
      const wanted = Math.min(count - done, 3);
      if (this.y + wanted * height + 2 * padding > this.bottom && this.y > page.margin) {
        this.newPage();
        if (look.header) this.writeRow(look.header, widths, { size, ruled });
      }
      const fitting = Math.max(1, Math.floor((this.bottom - this.y - 2 * padding) / height));
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
      this.linesOf([{ text, soft: true }], column - 70, 8).slice(0, 2).forEach((line, row) => this.drawLine(line, page.margin, y + row * 8 * looks.normal.lead, 8));
    }
  }

  private linesOf(runs: PrintText, width: number, size: number): Line[] {
    return breakLines(runs, width, (text: string, face: Face) => this.pdf.font(face).fontSize(size).widthOfString(text));
  }

  private drawLine(line: Line, x: number, y: number, size: number): void {
    if (this.isDry) return;
    const base = y + size * 1.1;
    this.drawBadges(line, x, base, size);
    let at = x;
    for (const { text, face, run, width } of line) {
      this.pdf
        .font(face)
        .fontSize(size)
        .fillColor(run.soft ? softInk : ink)
        // by the common base line, since the faces differ in height
        .text(text, at, base, { lineBreak: false, baseline: 'alphabetic', ...(run.link && /^https?:/.test(run.link) && { link: run.link }) });
      if (run.mark || run.link) this.stroke(at, width, base + size * (run.mark === 'deleted' ? -0.27 : 0.16), size);
      at += width;
    }
  }

  /** A frame around each badge, whose letters may be of several faces. */
  private drawBadges(line: Line, x: number, base: number, size: number): void {
    let at = x;
    line.forEach(({ run, width }, index) => {
      if (run.badge && line[index - 1]?.run !== run) {
        const whole = line.filter((piece) => piece.run === run).reduce((sum, piece) => sum + piece.width, 0);
        this.pdf.lineWidth(0.5).strokeColor(softInk).roundedRect(at, base - size * 0.95, whole, size * 1.2, 1.5).stroke();
      }
      at += width;
    });
  }

  private stroke(x: number, width: number, y: number, size: number): void {
    this.pdf.lineWidth(size * 0.08).strokeColor(ink).moveTo(x, y).lineTo(x + width, y).stroke();
  }

  private rule(top: number, bottom: number, widths: readonly number[]): void {
    if (this.isDry) return;
    this.pdf.lineWidth(0.5).strokeColor(hairline);
    let x: number = page.margin;
    for (const width of widths) {
      this.pdf.rect(x, top, width, bottom - top).stroke();
      x += width;
    }
  }
}
