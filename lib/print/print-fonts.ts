import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type PDFDocument from 'pdfkit';

/** The faces a document is set in: a Latin one (with Cyrillic and Greek) and a Chinese one, each regular and bold; both under the OFL. */
const faces = {
  latin: '@embedpdf/fonts-latin/fonts/NotoSans-Regular.ttf',
  'latin-bold': '@embedpdf/fonts-latin/fonts/NotoSans-SemiBold.ttf',
  'latin-italic': '@embedpdf/fonts-latin/fonts/NotoSans-Italic.ttf',
  'latin-bold-italic': '@embedpdf/fonts-latin/fonts/NotoSans-SemiBoldItalic.ttf',
  chinese: '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
  'chinese-bold': '@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf',
} as const;
export type Face = keyof typeof faces;

/** The working folder is the project's, as everywhere in the server. */
const fileOf = (face: Face): string => join(process.cwd(), 'node_modules', faces[face]);

const loaded = new Map<Face, Promise<Buffer>>();

/** Read once a process: the Chinese faces have 8 MB each. */
function load(face: Face): Promise<Buffer> {
  let file = loaded.get(face);
  if (!file) {
    file = readFile(fileOf(face));
    file.catch(() => loaded.delete(face));
    loaded.set(face, file);
  }
  return file;
}

/** Makes every face known to a document by its name. Only the glyphs that are used get into the file. */
export async function registerFaces(pdf: InstanceType<typeof PDFDocument>): Promise<void> {
  for (const face of Object.keys(faces) as Face[]) pdf.registerFont(face, await load(face));
}

/** Ideographs, kana, hangul, bopomofo, and the punctuation and full-width forms set with them. */
const chineseText = /[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3190-\u31ef\u3200-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** Marks and arrows that the Latin face lacks. */
const symbols = /[\u2190-\u21ff\u2200-\u22ff\u2460-\u27bf]/u;

/** The face for a character in a look. Quotation marks and dashes are Latin: they stand in all three languages. */
export function faceOf(character: string, { bold = false, italic = false }: { readonly bold?: boolean; readonly italic?: boolean }): Face {
  if (chineseText.test(character) || symbols.test(character)) return bold ? 'chinese-bold' : 'chinese';
  if (bold) return italic ? 'latin-bold-italic' : 'latin-bold';
  return italic ? 'latin-italic' : 'latin';
}

/** The files that a text needs, for what reads fonts by itself: the Chinese ones take long to be read. */
export function faceFilesFor(text: string): string[] {
  const hasChinese = Array.from(text).some((character) => faceOf(character, {}) === 'chinese');
  return (Object.keys(faces) as Face[]).filter((face) => hasChinese || face.startsWith('latin')).map(fileOf);
}
