import { expect, it } from 'vitest';
import { mostWaiting, PrintQueue } from './print-queue';

interface Asked {
  readonly heard: number[];
  readonly result: Promise<string>;
  readonly end: () => void;
  readonly cancel: () => void;
}

/** Asks for a work that ends when it is told to. */
function ask(queue: PrintQueue, name: string, begun: string[]): Asked {
  const cancelled = new AbortController();
  const heard: number[] = [];
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const result = queue
    .inTurn(async () => (begun.push(name), await ended, name), { signal: cancelled.signal, onWait: (ahead) => heard.push(ahead) })
    .catch((error: { code?: string; message: string }) => error.code ?? error.message);
  return { heard, result, end, cancel: () => cancelled.abort(new Error('gave up')) };
}

it('does one after the other, tells who waits how many are ahead, and goes on where one gives up or fails', async () => {
  const queue = new PrintQueue();
  const begun: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => ask(queue, name, begun)) as [Asked, Asked, Asked, Asked];
  b.cancel();
  expect(await b.result).toBe('gave up');
  a.end();
  expect(await a.result).toBe('a');
  c.end();
  expect(await c.result).toBe('c');
  d.end();
  expect(await d.result).toBe('d');
  expect(begun).toEqual(['a', 'c', 'd']);
  expect([b.heard, c.heard, d.heard]).toEqual([[1], [2, 1], [3, 2, 1]]);
  const failing = queue.inTurn(() => Promise.reject(new Error('no')), { signal: new AbortController().signal, onWait: () => undefined });
  await expect(failing).rejects.toThrow('no');
  const last = ask(queue, 'e', begun);
  last.end();
  expect(await last.result).toBe('e');
});

it('sends away whom it could only let wait for minutes', async () => {
  const queue = new PrintQueue();
  const asked = Array.from({ length: mostWaiting + 3 }, (_, index) => ask(queue, String(index), []));
  for (const { result } of asked.slice(mostWaiting + 1)) expect(await result).toBe('reports-busy');
  for (const { end } of asked) end();
  expect(await Promise.all(asked.slice(0, mostWaiting + 1).map(({ result }) => result))).toEqual(Array.from({ length: mostWaiting + 1 }, (_, index) => String(index)));
});
