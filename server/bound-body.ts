import { IncomingMessage } from 'node:http';
import { largestBody } from '@/lib/domain/largest-body';

/**
 * Watches the size of a request's body. One that says beforehand that it is too large is refused at once; of one that grows too
 * large on the way nothing more is handed on, and `onExceeded` is called, which answers. The rest is read and dropped: who is still sending
 * would not hear an answer on a connection that is cut.
 * @returns false if it is refused at once
 */
export function boundBody(request: IncomingMessage, onExceeded: () => Promise<void>): boolean {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return false;
  let received = 0;
  let answered: Promise<void> | null = null;
  // `push` is where Node hands the body over; counting here leaves the stream unread for whoever handles the request.
  request.push = function push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (answered) {
      if (chunk === null) void answered.finally(() => endUnread(this));
      return true;
    }
    received += Buffer.isBuffer(chunk) ? chunk.length : 0;
    if (received > largestBody) {
      answered = onExceeded();
      return true;
    }
    return IncomingMessage.prototype.push.call(this, chunk, encoding);
  };
  return true;
}

/**
 * Lets whoever waits for the body hear that it never comes. A request would take its connection with it, on which the sender,
 * who has been answered and has sent everything, may just begin the next one.
 */
function endUnread(request: IncomingMessage): void {
  request._destroy = (error, done) => done(error);
  request.destroy();
}
