import { join } from 'node:path';
import { AccordError } from '@/lib/domain/errors';
import type { Making } from './making';
import type { PrintOrder, PrintReport } from './print-worker';

/** As the build lays it down (`server/build.mjs`). */
const program = (): string => join(process.cwd(), '.build', 'print.mjs');
/** Asked for by name: where the bundler of the pages sees a `Worker`, it takes the whole project for the thread's program. */
const threads = (): typeof import('node:worker_threads') => process.getBuiltinModule('node:worker_threads');
/** A report of fifteen scenarios takes a quarter of it. */
const mostMemory = 1024;

/**
 * Has a document drawn in a thread of its own, so that nobody who works at the same time waits for it. The thread ends with the
 * file, and at once when nobody waits for that any more.
 * @param path of the thread's program
 * @throws the signal's reason, once it is aborted; too-large where the memory does not suffice
 */
export async function printFile(order: PrintOrder, { onProgress, signal }: Making = {}, path = program()): Promise<Uint8Array<ArrayBuffer>> {
  signal?.throwIfAborted();
  const worker = new (threads().Worker)(path, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      worker.on('message', (report: PrintReport) => ('file' in report ? resolve(report.file) : onProgress?.(report.done, report.of)));
      worker.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new AccordError('too-large') : error));
      worker.on('exit', () => reject((signal?.reason as Error | undefined) ?? new Error('the printing thread ended without a file')));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
