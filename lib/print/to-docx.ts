import { AlignmentType, convertMillimetersToTwip, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, SectionType, Tab, TabStopType, TextRun, type ISectionOptions } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { presentableText } from '@/lib/domain/text';
import { docxBlock, type DocxImages } from './docx-block';
import { locales, runsOf, softInk } from './docx-runs';
import { figureToPng } from './figure-image';
import { takingTurns, type Making } from './making';
import type { PrintBlock, PrintDocument } from './print-document';

/** The faces that a reader's Word has; nothing is embedded. */
const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' } as const;
const margin = convertMillimetersToTwip(25);
const paper = { size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }, margin: { top: margin, bottom: margin, left: convertMillimetersToTwip(20), right: convertMillimetersToTwip(20) } };

/**
 * Draws a document as DOCX (A4), for Word and all that read its files; asks no network.
 * @returns the file
 * @throws the signal's reason, once it is aborted
 */
export async function toDocx(document: PrintDocument, { onProgress, signal }: Making = {}): Promise<Uint8Array<ArrayBuffer>> {
  const turn = takingTurns(signal);
  const images: DocxImages = new Map();
  const figures = document.blocks.filter((block) => block.kind === 'figure');
  for (const [index, figure] of figures.entries()) {
    images.set(figure, await figureToPng(figure.svg, signal));
    onProgress?.(index + 1, figures.length + 1);
    await turn();
  }
  const file = new Document({
    title: presentableText(document.title),
    creator: 'Accord',
    hyphenation: { autoHyphenation: document.language === 'de', doNotHyphenateCaps: false },
    styles: {
      default: {
        document: { run: { font, size: 21, language: { value: locales[document.language], eastAsia: 'zh-CN' } }, paragraph: { spacing: { after: 120 } } },
        title: { run: { size: 60, bold: true }, paragraph: { spacing: { before: 2600, after: 200 } } },
        heading1: { run: { size: 34, bold: true }, paragraph: { spacing: { before: 240, after: 160 }, keepNext: true } },
        heading2: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 100 }, keepNext: true } },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
        caption: { run: { size: 19, italics: false, bold: true, color: '1A1A1A' }, paragraph: { spacing: { before: 60, after: 120 } } },
      },
      paragraphStyles: [
        { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { size: 28, color: softInk }, paragraph: { spacing: { after: 800 } } },
        { id: 'Figure', name: 'Figure', basedOn: 'Normal', next: 'Caption', quickFormat: true, paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 60 } } },
        { id: 'ContentsHeading', name: 'TOC Heading', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { size: 34, bold: true }, paragraph: { spacing: { before: 240, after: 160 } } },
        { id: 'TableText', name: 'Table Text', basedOn: 'Normal', quickFormat: true, run: { size: 19 }, paragraph: { spacing: { after: 0 } } },
      ],
    },
    numbering: {
      config: [
        { reference: 'bullets', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 440, hanging: 440 } } } }] },
        { reference: 'ordered', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 440, hanging: 440 } } } }] },
      ],
    },
    sections: partsOf(document.blocks).map(({ mark, blocks }, index): ISectionOptions => ({
      properties: { page: paper, ...(index > 0 && { type: SectionType.NEXT_PAGE }) },
      headers: { default: new Header({ children: [mark === null ? new Paragraph({}) : new Paragraph({ alignment: AlignmentType.END, children: [new TextWatermark(watermark(mark)), new TextRun({ text: mark, bold: true })] })] }) },
      footers: { default: new Footer({ children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: convertMillimetersToTwip(170) }], children: [...runsOf([{ text: document.footer ?? document.title, soft: true }]), new TextRun({ children: [new Tab(), PageNumber.CURRENT, '\u00a0/\u00a0', PageNumber.TOTAL_PAGES], color: softInk })] })] }) },
      children: blocks.flatMap(({ block, list }) => docxBlock(block, { list, images, language: document.language })),
    })),
  });
  await turn();
  const packed = new Uint8Array(await Packer.toArrayBuffer(file));
  signal?.throwIfAborted();
  return packed;
}

/** Chinese characters are as wide as they are high, and few: as wide as a page they would not fit on it. */
function watermark(text: string): { readonly text: string; readonly font: string; readonly width: number; readonly height?: number } {
  const count = [...text].length;
  return /\p{Script=Han}/u.test(text) ? { text, font: font.eastAsia, width: Math.min(480, count * 150), height: Math.min(150, 480 / count) } : { text, font: font.ascii, width: 480 };
}

interface Part {
  readonly mark: string | null;
  readonly blocks: { readonly block: PrintBlock; readonly list: number }[];
}

/** What stands between one `part` and the next becomes a section. Each ordered list counts from one: it needs a number of its own. */
function partsOf(blocks: readonly PrintBlock[]): Part[] {
  const parts: Part[] = [];
  let list = 0;
  for (const block of blocks) {
    if (block.kind === 'part') parts.push({ mark: block.mark, blocks: [] });
    else {
      if (parts.length === 0) parts.push({ mark: null, blocks: [] });
      if (block.kind === 'list' && block.ordered) list++;
      parts.at(-1)!.blocks.push({ block, list });
    }
  }
  return parts.length ? parts : [{ mark: null, blocks: [] }];
}
