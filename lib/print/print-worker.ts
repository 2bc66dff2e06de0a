import { parentPort, workerData } from 'node:worker_threads';
import type { PrintDocument } from './print-document';
import { toDocx } from './to-docx';
import { toPdf } from './to-pdf';

/*
 * The program of the thread in which `printFile` has a document drawn: one document, one thread.
 */

/** What the thread is given to do. */
export interface PrintOrder {
  readonly document: PrintDocument;
  readonly format: 'pdf' | 'docx';
}

/** What it says: how far it is, and in the end the file. */
export type PrintReport = { readonly done: number; readonly of: number } | { readonly file: Uint8Array<ArrayBuffer> };

if (parentPort) {
  const { document, format } = workerData as PrintOrder;
  const tell = (report: PrintReport, transfer: ArrayBuffer[] = []): void => parentPort!.postMessage(report, transfer);
  const file = await (format === 'pdf' ? toPdf : toDocx)(document, { onProgress: (done, of) => tell({ done, of }) });
  tell({ file }, [file.buffer]);
}
