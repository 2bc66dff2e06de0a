import { crc32 } from 'node:zlib';
import { renderAsync } from '@resvg/resvg-js';
import PDFDocument from 'pdfkit';
import { collected } from './collected';
import { drawSvg } from './draw-svg';
import { faceFilesFor, registerFaces } from './print-fonts';
import { readSvg, sizeOf } from './read-svg';

/** How wide a figure is on paper, in millimetres: the column of a report. */
const printWidth = 170;
const dotsPerInch = 300;
const millimetresPerInch = 25.4;
/** A network at the bounds of a scenario would need gigabytes: what is larger gets fewer dots. */
const mostPixels = 40_000_000;

/**
 * A figure of ours as PNG, at 300 dpi when it is printed 170 mm wide, in the faces of the documents. Drawn in a thread of its own.
 * @throws if the signal is aborted
 */
export async function figureToPng(svg: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = sizeOf(readSvg(svg));
  const wanted = (printWidth / millimetresPerInch) * dotsPerInch;
  const dots = Math.max(1, Math.floor(Math.min(wanted, Math.sqrt((mostPixels * width) / height))));
  signal?.throwIfAborted();
  const own = signal && AbortSignal.any([signal]); // resvg ties a drawing to the signal and takes none a second time
  const image = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles: faceFilesFor(svg), defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' }, fitTo: { mode: 'width', value: dots } }, own);
  return withDensity(image.asPng(), Math.round((dots / printWidth) * 1000));
}

/** The size of a PNG's header: its signature and its first chunk. */
const headerSize = 8 + 25;

/** Writes down how many dots a metre has, so that programs place the image in its size on paper. */
function withDensity(png: Uint8Array, perMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return new Uint8Array(Buffer.concat([png.subarray(0, headerSize), chunk, png.subarray(headerSize)]));
}

/** A figure of ours as PDF: one page of its shape, 170 mm wide, with vectors, embedded fonts and text that can be searched. */
export async function figureToPdf(svg: string, title: string): Promise<Uint8Array<ArrayBuffer>> {
  const figure = readSvg(svg);
  const { width, height } = sizeOf(figure);
  const scale = ((printWidth / millimetresPerInch) * 72) / width;
  const pdf = new PDFDocument({ size: [width * scale, height * scale], margin: 0, displayTitle: true, pdfVersion: '1.7', info: { Title: title, Creator: 'Accord', Producer: 'Accord' } });
  const file = collected(pdf);
  await registerFaces(pdf);
  drawSvg(pdf, figure, { x: 0, y: 0, scale });
  pdf.end();
  return file;
}
