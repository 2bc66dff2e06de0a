import { describe, expect, it } from 'vitest';
import { readBody } from './read-body';

/** A request whose body comes in these parts; with `breaksOff`, its sender goes away after them. */
function requestOf(parts: readonly Uint8Array[], breaksOff = false): Request {
  const left = [...parts];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = left.shift();
      if (part) controller.enqueue(part);
      else if (breaksOff) controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      else controller.close();
    },
  });
  const init: RequestInit & { readonly duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
  return new Request('http://localhost/', init);
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the body of a request', () => {
  it('is put together, also where a part ends within a letter', async () => {
    const [whole, within] = [bytes('三一重工'), 4];
    expect(await readBody(requestOf([whole.subarray(0, within), whole.subarray(within)]))).toBe('三一重工');
    expect(await readBody(new Request('http://localhost/', { method: 'POST' }))).toBe('');
  });

  it('that is too large is refused', async () => {
    await expect(readBody(requestOf([bytes('abc'), bytes('def')]), 5)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('that breaks off, or is no UTF-8, is a bad request, not a fault of ours', async () => {
    await expect(readBody(requestOf([bytes('{"format":')], true))).rejects.toMatchObject({ code: 'bad-request' });
    await expect(readBody(requestOf([Uint8Array.of(0xff)]))).rejects.toMatchObject({ code: 'bad-request' });
  });
});
