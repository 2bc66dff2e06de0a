import { AccordError } from '@/lib/domain/errors';
import { largestBody } from '@/lib/domain/largest-body';

/**
 * The body of a request as text (UTF-8).
 * @throws AccordError too-large, as soon as it is known; bad-request if it is no UTF-8, or breaks off: its sender has gone, or has
 * been refused meanwhile
 */
export async function readBody(request: Request, largest: number = largestBody): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw new AccordError('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  const next = () =>
    reader?.read().catch(() => {
      throw new AccordError('bad-request');
    });
  for (let part = await next(); part && !part.done; part = await next()) {
    size += part.value.byteLength;
    if (size > largest) {
      await reader?.cancel();
      throw new AccordError('too-large');
    }
    chunks.push(part.value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AccordError('bad-request');
  }
}
