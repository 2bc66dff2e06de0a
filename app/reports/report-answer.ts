import { getLocale } from 'next-intl/server';
import { errorAnswer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage, type Language } from '@/lib/domain/languages';
import type { Edition } from './edition';
import { reportFile, type ReportFormat, type ReportMaking } from './report-file';
import { reportLinesType, type ReportLine } from './report-progress';

/** What a request asks for: `?format=pdf|docx` (default: pdf), `?lang=en|de|zh` (default: the reader's). @throws bad-request */
export async function askedReport(query: URLSearchParams): Promise<{ readonly language: Language; readonly format: ReportFormat }> {
  const format = query.get('format') ?? 'pdf';
  const language: string = query.get('lang') ?? (await getLocale());
  if ((format !== 'docx' && format !== 'pdf') || !isLanguage(language)) throw new AccordError('bad-request');
  return { language, format };
}

/**
 * The answer to a request for a report: the file; with `?progress` lines that tell how it goes on, and then the file (`ReportLine`).
 * When the reader goes away, the work ends.
 * @throws what `read` throws, where no lines are asked for
 */
export async function reportAnswer(request: Request, read: (making: ReportMaking) => Promise<Edition>): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = await askedReport(query);
  if (!query.has('progress')) {
    const { name, type, bytes } = await reportFile(read, asked, { onProgress: () => undefined, signal: request.signal });
    return new Response(bytes, { headers: { 'content-type': type, 'content-disposition': attachment(name), 'cache-control': 'no-store' } });
  }
  const cancelled = new AbortController();
  request.signal.addEventListener('abort', () => cancelled.abort(), { once: true });
  const lines = new ReadableStream<Uint8Array>({
    start(controller) {
      const tell = (line: ReportLine): void => {
        if (!cancelled.signal.aborted) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
      };
      void write(tell, (bytes) => controller.enqueue(bytes)).finally(() => {
        if (!cancelled.signal.aborted) controller.close();
      });
    },
    cancel: () => cancelled.abort(),
  });
  async function write(tell: (line: ReportLine) => void, send: (bytes: Uint8Array) => void): Promise<void> {
    try {
      const { name, type, bytes } = await reportFile(read, asked, { onProgress: (progress) => tell({ progress }), signal: cancelled.signal });
      tell({ file: { name, type, size: bytes.byteLength } });
      send(bytes);
    } catch (error) {
      if (cancelled.signal.aborted) return;
      const { error: said } = (await (await errorAnswer(error)).json()) as { error: { code: Extract<ReportLine, { error: unknown }>['error']['code']; message: string } };
      tell({ error: { code: said.code, words: said.message } });
    }
  }
  return new Response(lines, { headers: { 'content-type': reportLinesType, 'cache-control': 'no-store', 'x-accel-buffering': 'no' } });
}
