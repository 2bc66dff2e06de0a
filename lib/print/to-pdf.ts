import PDFDocument from 'pdfkit';
import type { Language } from '@/lib/domain/languages';
import { collected } from './collected';
import { drawBlock } from './draw-block';
import type { Pdf } from './draw-line';
import { takingTurns, type Making } from './making';
import { contentsLead, looks, page, type Look } from './page-look';
import { Pen } from './pen';
import type { PrintBlock, PrintDocument, PrintText } from './print-document';
import { registerFaces } from './print-fonts';

/** What the contents say of a heading. */
interface Entry {
  readonly level: 1 | 2;
  readonly text: string;
  readonly to: string;
  page: number;
}

/**
 * Draws a document as PDF (A4), with its fonts embedded as far as they are used; asks no network.
 * @returns the file
 * @throws the signal's reason, once it is aborted
 */
export async function toPdf(document: PrintDocument, { onProgress, signal }: Making = {}): Promise<Uint8Array<ArrayBuffer>> {
  const turn = takingTurns(signal);
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    bufferPages: true,
    lang: { en: 'en', de: 'de', zh: 'zh-Hans' }[document.language],
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: document.title, Creator: 'Accord', Producer: 'Accord' },
  });
  const file = collected(pdf);
  await registerFaces(pdf);
  const pen = new Pen(pdf, document.compact ? looks.compact : looks.normal);
  const hasContents = document.blocks.some(({ kind }) => kind === 'contents');
  const entries = hasContents ? entriesOf(document.blocks) : new Map<PrintBlock, Entry>();
  let left: ReturnType<Pen['leaveOpen']> | undefined;
  let listed: readonly Entry[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const entry = entries.get(block);
    if (block.kind === 'contents') {
      drawBlock(pen, { kind: 'heading', level: 1, text: block.title }, document.language);
      listed = [...entries.values()].filter(({ level }) => level <= block.depth);
      const lines = listed.reduce((sum, each) => sum + pen.entryLines(entryText(each), indentOf(each), pen.look.text).length, 0);
      left = pen.leaveOpen(lines, pen.look.text * contentsLead);
    } else if (entry && block.kind === 'heading') {
      drawBlock(pen, { ...block, id: entry.to }, document.language);
      entry.page = pen.pageIndex;
    } else drawBlock(pen, block, document.language);
    onProgress?.(index + 1, document.blocks.length);
    await turn();
  }
  pen.settle();
  addOutline(pdf, [...entries.values()]);
  if (left) {
    pen.writeInto(left);
    for (const entry of listed) pen.writeEntry({ runs: entryText(entry), number: String(entry.page + 1), to: entry.to, indent: indentOf(entry), size: pen.look.text });
  }
  pen.drawFeet(document.footer ?? document.title);
  await turn();
  pdf.end();
  return file;
}

function entriesOf(blocks: readonly PrintBlock[]): Map<PrintBlock, Entry> {
  const entries = new Map<PrintBlock, Entry>();
  for (const block of blocks) if (block.kind === 'heading' && block.level !== 3) entries.set(block, { level: block.level, text: block.text, to: block.id ?? `heading-${entries.size}`, page: 0 });
  return entries;
}

const entryText = ({ level, text }: Entry): PrintText => [{ text, bold: level === 1 }];
const indentOf = ({ level }: Entry): number => (level === 1 ? 0 : 18);

/** What viewers show beside the pages. */
function addOutline(pdf: Pdf, entries: readonly Entry[]): void {
  let chapter = pdf.outline;
  for (const { level, text, page: at } of entries) {
    pdf.switchToPage(at);
    const item = (level === 1 ? pdf.outline : chapter).addItem(text);
    if (level === 1) chapter = item;
  }
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
const rulerLook: Look = looks.compact;

/** A ruler for documents that are `compact`. */
export async function pageRuler(language: Language): Promise<PageRuler> {
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
      const pen = new Pen(pdf, rulerLook, { isDry: true });
      for (const block of blocks) if (block.kind !== 'contents') drawBlock(pen, block, language);
      return pen.used;
    },
  };
}
