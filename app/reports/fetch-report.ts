import { failureIn, RequestFailed } from '@/app/scenarios/[id]/panel/agreement-api';
import type { ReportLine, ReportProgress } from './report-progress';

/**
 * Has a report made and brings its file.
 * @param path of the report's route, with what is asked for
 * @param signal aborting it ends the making as well
 * @throws RequestFailed; the signal's reason, once it is aborted
 */
export async function fetchReport(path: string, { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: ReportProgress) => void }): Promise<{ readonly name: string; readonly blob: Blob }> {
  try {
    const response = await fetch(`${path}${path.includes('?') ? '&' : '?'}progress`, { cache: 'no-store', signal });
    if (!response.ok || !response.body) throw new RequestFailed(failureIn(await response.json().catch(() => null)) ?? unreachable);
    return await readLines(response.body, onProgress);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof RequestFailed ? error : new RequestFailed(unreachable);
  }
}

const unreachable = { code: 'unavailable', words: null } as const;
const lineFeed = 10;

/** @throws RequestFailed if a line says so, or if the answer ends before the file is complete */
async function readLines(body: ReadableStream<Uint8Array>, onProgress: (progress: ReportProgress) => void): Promise<{ readonly name: string; readonly blob: Blob }> {
  const reader = body.getReader();
  let rest = new Uint8Array(0);
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    rest = joined(rest, value!);
    for (let end = rest.indexOf(lineFeed); end >= 0; end = rest.indexOf(lineFeed)) {
      const line = JSON.parse(new TextDecoder().decode(rest.subarray(0, end))) as ReportLine;
      rest = rest.slice(end + 1);
      if ('error' in line) throw new RequestFailed(line.error);
      if ('file' in line) return { name: line.file.name, blob: await readFile(reader, rest, line.file) };
      onProgress(line.progress);
    }
  }
  throw new RequestFailed(unreachable);
}

async function readFile(reader: ReadableStreamDefaultReader<Uint8Array>, begun: Uint8Array, { type, size }: { readonly type: string; readonly size: number }): Promise<Blob> {
  const parts: BlobPart[] = [begun as BlobPart];
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) parts.push(value as BlobPart);
  const blob = new Blob(parts, { type });
  if (blob.size !== size) throw new RequestFailed(unreachable);
  return blob;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
