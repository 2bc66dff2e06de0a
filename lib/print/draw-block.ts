import { hyphenated } from './hyphenate';
import { column, isShort } from './page-look';
import type { Pen } from './pen';
import { captionName, type Caption, type PrintBlock, type PrintText } from './print-document';
import { readSvg } from './read-svg';
import { colonIn, type Language } from '@/lib/domain/languages';

const coverTitle = 30;
const coverSubtitle = 14;
const coverTop = 150;
const factsWidths = [column * 0.33, column * 0.67] as const;

/** Writes a block where the pen stands. `contents` is written by whoever knows the pages: see `toPdf`. */
export function drawBlock(pen: Pen, block: Exclude<PrintBlock, { kind: 'contents' }>, language: Language): void {
  const { look } = pen;
  const set = (runs: PrintText): PrintText => hyphenated(runs, language);
  switch (block.kind) {
    case 'heading': {
      const { size, before, after } = look.headings[block.level];
      if (block.level === 1) pen.settle();
      pen.skip(before);
      // a heading never stands alone at the end of a page
      pen.reserve(size * look.lead + after + 2 * look.text * look.lead);
      if (block.id) pen.place(block.id);
      pen.write([{ text: block.text, bold: true }], { size });
      return pen.skip(after);
    }
    case 'paragraph':
      pen.write(set(block.runs), { size: look.text });
      return pen.skip(look.gap);
    case 'facts':
      for (const { label, value } of block.facts) pen.writeRow([set([{ text: label, soft: true }]), set(value)], factsWidths, { size: look.text, ruled: false });
      return pen.skip(look.gap);
    case 'table': {
      const shares = block.widths ?? block.header.map(() => 1);
      const sum = shares.reduce((total, share) => total + share, 0);
      const widths = shares.map((share) => (share / sum) * column);
      const rows = block.rows.map((row) => row.map(set));
      const header = block.header.map((text): PrintText => set([{ text, bold: true }]));
      const caption = block.caption && set(captionText(block.caption, language));
      const captionHeight = caption ? pen.heightOf(caption, look.table) + look.gap / 2 : 0;
      const whole = captionHeight + pen.heightOfRows([header, ...rows], widths, look.table);
      // what floats would come between the rows of a table that goes on on the next page
      if (pen.isFloating && !pen.hasRoomFor(whole)) pen.settle();
      // a short table stays on one page; of any other, the header is not left behind by what it stands above
      pen.reserve(isShort(whole) ? whole : captionHeight + pen.heightOfRows([header, ...rows.slice(0, 1)], widths, look.table));
      if (caption) {
        pen.place(block.caption.id);
        pen.write(caption, { size: look.table });
        pen.skip(look.gap / 2);
      }
      pen.writeRow(header, widths, { size: look.table, ruled: true });
      for (const row of rows) pen.writeRow(row, widths, { size: look.table, ruled: true, header });
      return pen.skip(look.gap + 2);
    }
    case 'list':
      block.items.forEach((item, index) => {
        pen.write(set(item), { size: look.text, indent: 18, mark: block.ordered ? `${index + 1}.` : '•' });
        pen.skip(look.gap / 3);
      });
      return pen.skip((look.gap * 2) / 3);
    case 'figure':
      return pen.drawFigure(readSvg(block.svg), { caption: set(captionText(block.caption, language)), size: look.table, id: block.caption.id });
    case 'cover':
      pen.descend(coverTop);
      pen.write([{ text: block.title, bold: true }], { size: coverTitle });
      pen.skip(12);
      pen.write([{ text: block.subtitle, soft: true }], { size: coverSubtitle });
      pen.skip(40);
      for (const { label, value } of block.facts) {
        pen.writeRow([set([{ text: label, soft: true }]), set(value)], factsWidths, { size: look.text, ruled: false });
        pen.skip(look.gap / 2);
      }
      return;
    case 'part':
      return pen.beginPart(block.mark);
    case 'page-break':
      return pen.newPage();
  }
}

/** "Figure 7: Value network". */
const captionText = (caption: Caption, language: Language): PrintText => [{ text: `${captionName(caption)}${colonIn(language)}`, bold: true }, { text: caption.text }];
