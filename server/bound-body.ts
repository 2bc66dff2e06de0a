import { IncomingMessage } from 'node:http';

/** A scenario at all its bounds, in the exchange format and in three languages, stays below this. */
export const largestBody = 16 * 1024 * 1024;

/**
 * Watches the size of a request's body. One that says beforehand that it is too large is refused at once; one that grows too
 * large on the way is ended through `onExceeded`.
 * @returns false if it is refused at once
 */
export function boundBody(request: IncomingMessage, onExceeded: () => void): boolean {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return false;
  let received = 0;
  let exceeded = false;
  // `push` is where Node hands the body over; counting here leaves the stream unread for whoever handles the request.
  request.push = function push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (exceeded) return false;
    received += Buffer.isBuffer(chunk) ? chunk.length : 0;
    if (received > largestBody) {
      exceeded = true;
      onExceeded();
      return false;
    }
    return IncomingMessage.prototype.push.call(this, chunk, encoding);
  };
  return true;
}
