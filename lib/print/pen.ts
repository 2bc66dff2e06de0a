import type { Line } from './break-lines';
import { drawLine, linesOf, widthOf, type Pdf } from './draw-line';
import { drawSvg } from './draw-svg';
import { column, contentsLead, isShort, looks, page, type Look } from './page-look';
import type { PrintText } from './print-document';
import { faceOf } from './print-fonts';
import { sizeOf, type SvgElement } from './read-svg';

const hairline = '#bbbbbb';
const markInk = '#ededed';
const cellPadding = 4;
/** A figure is drawn no larger than this many points for each of its units: its text shall not be larger than that around it. */
const largestScale = 0.75;

/** Something that waits for the next page, since it did not fit on the one where it was spoken of. */
interface Floating {
  readonly height: number;
  readonly draw: () => void;
}

/** Writes from top to bottom, on as many pages as it takes. */
export class Pen {
  private y: number = page.margin;
  /** A dry pen writes nothing on a page without end: it shows how much that would take. */
  private readonly isDry: boolean;
  /** What stands on every new page, like DRAFT. */
  private mark: string | null = null;
  private floating: Floating[] = [];
  /** Pages that are there already, as far as this pen fills in what was left open. */
  private left: number[] = [];
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
  /** Of the page that is being written, from 0. */
  get pageIndex(): number {
    return this.pdf.bufferedPageRange().count - 1;
  }

  newPage(): void {
    if (this.isDry) return;
    const next = this.left.shift();
    if (next !== undefined) this.pdf.switchToPage(next);
    else {
      this.pdf.addPage();
      this.drawMark();
    }
    this.y = page.margin;
    while (this.floating.length && (this.y === page.margin || this.y + this.floating[0]!.height <= this.bottom)) this.floating.shift()!.draw();
  }

  /** Begins pages that bear `mark`; what floats still belongs to those before. */
  beginPart(mark: string | null): void {
    this.settle();
    this.mark = mark;
    if (this.y > page.margin) this.newPage();
    else this.drawMark();
  }

  get isFloating(): boolean {
    return this.floating.length > 0;
  }

  /** Brings what floats onto the page, before something that it must not pass. */
  settle(): void {
    while (this.floating.length) this.newPage();
  }

  /** Leaves as many pages as lines of this height take, to be written later by `writeInto`. @returns where */
  leaveOpen(lines: number, lineHeight: number): { readonly y: number; readonly pages: readonly number[] } {
    const { y } = this;
    const pages = [this.pageIndex];
    let room = this.bottom - this.y;
    for (let line = 0; line < lines; line++, room -= lineHeight) {
      if (room >= lineHeight) continue;
      this.newPage();
      pages.push(this.pageIndex);
      room = this.bottom - page.margin;
    }
    this.y = this.bottom - room;
    return { y, pages };
  }

  writeInto({ y, pages }: { readonly y: number; readonly pages: readonly number[] }): void {
    const [first, ...rest] = pages;
    this.pdf.switchToPage(first!);
    this.y = y;
    this.left = rest;
  }

  /** A place that links lead to. */
  place(id: string): void {
    if (!this.isDry) this.pdf.addNamedDestination(id, 'XYZ', null, this.y, null);
  }

  /** Leaves the upper part of a page empty. */
  descend(points: number): void {
    this.y += points;
  }

  skip(points: number): void {
    if (this.y > page.margin) this.y += points;
  }

  /** Begins a new page if less than so much is left of this one; and another, where what floats fills it. */
  reserve(points: number): void {
    while (!this.hasRoomFor(points) && this.y > page.margin) this.newPage();
  }

  write(runs: PrintText, { size, indent = 0, mark }: { readonly size: number; readonly indent?: number; readonly mark?: string }): void {
    const height = size * this.look.lead;
    this.linesOf(runs, column - indent, size).forEach((line, index, { length }) => {
      // of a paragraph neither its first nor its last line stands alone on a page
      this.reserve((length > 1 && (index === 0 || index === length - 2) ? (length === 3 && index === 0 ? 3 : 2) : 1) * height);
      if (index === 0 && mark) this.drawLine(this.linesOf([{ text: mark }], indent, size)[0]!, page.margin, this.y, size);
      this.drawLine(line, page.margin + indent, this.y, size);
      this.y += height;
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
      // a row is divided only where it is long, and never down to a line or two
      const left = (count - done) * height + 2 * padding;
      const wanted = isShort(left) ? count - done : 3;
      if (this.y + wanted * height + 2 * padding > this.bottom && this.y > page.margin) {
        this.newPage();
        if (look.header) this.writeRow(look.header, widths, { size, ruled });
      }
      const fitting = Math.max(1, Math.floor((this.bottom - this.y - 2 * padding) / height));
      const end = done + fitting >= count ? count : Math.max(done + 1, Math.min(done + fitting, count - 3));
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

  /** A figure as wide as the column allows, with its caption; where the page has no room left, on the next one, while text goes on. */
  drawFigure(svg: SvgElement, { caption, size, id }: { readonly caption: PrintText; readonly size: number; readonly id: string }): void {
    const own = sizeOf(svg);
    const captionHeight = this.linesOf(caption, column, size).length * size * this.look.lead + this.look.gap;
    const room = page.height - page.foot - page.margin - captionHeight - 2 * this.look.gap;
    const scale = Math.min(largestScale, column / own.width, room / own.height);
    const height = own.height * scale;
    const draw = (): void => {
      this.place(id);
      if (!this.isDry) drawSvg(this.pdf, svg, { x: page.margin + (column - own.width * scale) / 2, y: this.y, scale });
      this.y += height + this.look.gap;
      this.write(caption, { size });
      this.skip(2 * this.look.gap);
    };
    const whole = height + captionHeight + 2 * this.look.gap;
    if (this.floating.length || (this.y + whole > this.bottom && this.y > page.margin)) this.floating.push({ height: whole, draw });
    else draw();
  }

  /** A line of the contents: what stands where, with dots between; longer titles go on below. */
  writeEntry({ runs, number, to, indent, size }: { readonly runs: PrintText; readonly number: string; readonly to: string; readonly indent: number; readonly size: number }): void {
    const height = size * contentsLead;
    const lines = this.entryLines(runs, indent, size);
    const right = this.linesOf([{ text: number }], 60, size)[0]!;
    const numberWidth = widthOf(right);
    lines.forEach((line, index) => {
      this.reserve(height);
      this.drawLine(line, page.margin + indent, this.y, size);
      if (index === lines.length - 1 && !this.isDry) {
        const from = page.margin + indent + widthOf(line) + 6;
        const until = page.width - page.margin - numberWidth - 6;
        if (until > from) this.pdf.save().lineWidth(0.5).strokeColor(hairline).dash(1, { space: 3 }).moveTo(from, this.y + size * 1.1).lineTo(until, this.y + size * 1.1).stroke().restore();
        this.drawLine(right, page.width - page.margin - numberWidth, this.y, size);
      }
      if (!this.isDry) this.pdf.goTo(page.margin, this.y, column, height, to);
      this.y += height;
    });
  }

  /** How an entry of the contents is broken. */
  entryLines(runs: PrintText, indent: number, size: number): Line[] {
    return this.linesOf(runs, column - indent - 50, size);
  }

  /** The mark of this page: large and light behind what will be written, and once more as a word at its head. */
  private drawMark(): void {
    if (this.mark === null || this.isDry) return;
    const faces = faceOf(this.mark[0] ?? '', { bold: true });
    this.pdf.save();
    this.pdf.rotate(-52, { origin: [page.width / 2, page.height / 2] });
    const size = Math.min(150, 150 * (620 / this.pdf.font(faces).fontSize(150).widthOfString(this.mark)));
    const width = this.pdf.fontSize(size).widthOfString(this.mark);
    this.pdf.fillColor(markInk).text(this.mark, (page.width - width) / 2, page.height / 2 + size * 0.35, { lineBreak: false, baseline: 'alphabetic' });
    this.pdf.restore();
    const [line] = this.linesOf([{ text: this.mark, bold: true }], column, 9) as [Line];
    this.drawLine(line, page.width - page.margin - widthOf(line), page.margin / 2, 9);
  }

  hasRoomFor(points: number): boolean {
    return this.y + points <= this.bottom;
  }

  heightOf(runs: PrintText, size: number): number {
    return this.linesOf(runs, column, size).length * size * this.look.lead;
  }

  /** How high the ruled rows of a table become. */
  heightOfRows(rows: readonly (readonly PrintText[])[], widths: readonly number[], size: number): number {
    const lines = rows.reduce((sum, cells) => sum + Math.max(...widths.map((width, at) => this.linesOf(cells[at] ?? [], width - 2 * cellPadding, size).length)), 0);
    return lines * size * this.look.lead + rows.length * 2 * cellPadding;
  }

  drawFeet(text: string): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let at = start; at < start + count; at++) {
      this.pdf.switchToPage(at);
      const number = this.linesOf([{ text: `${at - start + 1} / ${count}`, soft: true }], 60, 8)[0]!;
      const width = widthOf(number);
      const y = page.height - page.foot + 20;
      this.drawLine(number, page.width - page.margin - width, y, 8);
      this.linesOf([{ text, soft: true }], column - 70, 8).slice(0, 2).forEach((line, row) => this.drawLine(line, page.margin, y + row * 8 * looks.normal.lead, 8));
    }
  }

  private linesOf(runs: PrintText, width: number, size: number): Line[] {
    return linesOf(this.pdf, runs, width, size);
  }

  private drawLine(line: Line, x: number, y: number, size: number): void {
    if (!this.isDry) drawLine(this.pdf, line, x, y, size);
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
