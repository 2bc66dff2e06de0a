import type PDFDocument from 'pdfkit';
import { breakLines, type Line } from './break-lines';
import type { PrintText } from './print-document';
import type { Face } from './print-fonts';

export type Pdf = InstanceType<typeof PDFDocument>;

const ink = '#1a1a1a';
const softInk = '#555555';

export const widthOf = (line: Line): number => line.reduce((sum, piece) => sum + piece.width, 0);

/** A text in lines no wider than `width`, as this document's faces measure it. */
export function linesOf(pdf: Pdf, runs: PrintText, width: number, size: number): Line[] {
  return breakLines(runs, width, (text: string, face: Face) => pdf.font(face).fontSize(size).widthOfString(text));
}

/** Writes a line; `y` is the top of it. */
export function drawLine(pdf: Pdf, line: Line, x: number, y: number, size: number): void {
  const base = y + size * 1.1;
  drawBadges(pdf, line, x, base, size);
  let at = x;
  for (const { text, face, run, width } of line) {
    pdf
      .font(face)
      .fontSize(size)
      .fillColor(run.soft ? softInk : ink)
      // by the common base line, since the faces differ in height
      .text(text, at, base, { lineBreak: false, baseline: 'alphabetic', ...(run.link && /^https?:/.test(run.link) && { link: run.link }), ...(run.ref && { goTo: run.ref }) });
    if (run.mark || run.link) stroke(pdf, at, width, base + size * (run.mark === 'deleted' ? -0.27 : 0.16), size);
    at += width;
  }
}

/** A frame around each badge, whose letters may be of several faces. */
function drawBadges(pdf: Pdf, line: Line, x: number, base: number, size: number): void {
  let at = x;
  line.forEach(({ run, width }, index) => {
    if (run.badge && line[index - 1]?.run !== run) {
      const whole = widthOf(line.filter((piece) => piece.run === run));
      pdf.lineWidth(0.5).strokeColor(softInk).roundedRect(at, base - size * 0.95, whole, size * 1.2, 1.5).stroke();
    }
    at += width;
  });
}

function stroke(pdf: Pdf, x: number, width: number, y: number, size: number): void {
  pdf.lineWidth(size * 0.08).strokeColor(ink).moveTo(x, y).lineTo(x + width, y).stroke();
}
