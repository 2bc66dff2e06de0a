import { afterEach, expect, it, vi } from 'vitest';
import { RequestFailed } from '@/app/scenarios/[id]/panel/agreement-api';
import { fetchReport } from './fetch-report';

afterEach(() => vi.unstubAllGlobals());

/** An answer that comes in pieces of so many bytes. */
function answered(text: Uint8Array | string, size: number): void {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body));
}

const file = new Uint8Array([1, 10, 13, 10, 0, 255]);
const whole = (size: number): Uint8Array => new Uint8Array([...new TextEncoder().encode(`${JSON.stringify({ progress: { stage: 'reading', done: 1, of: 2 } })}\n${JSON.stringify({ file: { name: '报告.pdf', type: 'application/pdf', size } })}\n`), ...file]);

it.each([1, 7, 10_000])('tells how it goes on and brings the file, however the answer is cut (%i)', async (size) => {
  answered(whole(file.length), size);
  const told: unknown[] = [];
  const { name, blob } = await fetchReport('/r', { signal: new AbortController().signal, onProgress: (progress) => told.push(progress) });
  expect(told).toEqual([{ stage: 'reading', done: 1, of: 2 }]);
  expect(name).toBe('报告.pdf');
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(file);
});

it('fails where the file is not complete, where the answer ends before it, and where a line says so', async () => {
  const ask = () => fetchReport('/r', { signal: new AbortController().signal, onProgress: () => undefined });
  answered(whole(file.length + 1), 10);
  await expect(ask()).rejects.toEqual(new RequestFailed({ code: 'unavailable', words: null }));
  answered('', 10);
  await expect(ask()).rejects.toBeInstanceOf(RequestFailed);
  answered(`${JSON.stringify({ error: { code: 'not-found', words: 'gone' } })}\n`, 10);
  await expect(ask()).rejects.toMatchObject({ failure: { code: 'not-found', words: 'gone' } });
});
