import { fileName } from '@/app/scenarios/file-name';
import type { Language } from '@/lib/domain/languages';
import { printFile } from '@/lib/print/print-file';
import { printQueue } from '@/lib/print/print-queue';
import type { Edition } from './edition';
import { reportDocument } from './report-document';
import type { ReportProgress } from './report-progress';
import { reportWords } from './report-words';

export const reportFormats = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const;
export type ReportFormat = keyof typeof reportFormats;

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How a report is made: told what has been done, and stopped once nobody waits for it any more. */
export interface ReportMaking {
  readonly onProgress: (progress: ReportProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Makes the file of a report.
 * @param read reads what it holds
 * @throws what `read` throws; reports-busy; the signal's reason, once it is aborted
 */
export async function reportFile(read: (making: ReportMaking) => Promise<Edition>, { language, format }: { readonly language: Language; readonly format: ReportFormat }, making: ReportMaking): Promise<ReportFile> {
  const { signal, onProgress } = making;
  const [edition, words] = [await read(making), await reportWords(language)];
  const document = await reportDocument(edition, words, signal);
  const make = (): Promise<Uint8Array<ArrayBuffer>> => printFile({ document, format }, { signal, onProgress: (done, of) => onProgress({ stage: 'making', done, of }) });
  const bytes = await printQueue.inTurn(make, { signal, onWait: (ahead) => onProgress({ stage: 'waiting', done: 0, of: ahead }) });
  return { name: `${fileName(document.title)}.${format}`, type: reportFormats[format], bytes };
}
