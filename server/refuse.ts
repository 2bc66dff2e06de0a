import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { errorStatus, type ErrorCode } from '@/lib/domain/errors';
import { chooseLanguage } from '@/lib/messages/choose-language';
import { loadMessages, type Messages } from '@/lib/messages/load';

/** Answers a request that goes no further, in the reader's language: `{ error: { code, message } }`. */
export async function refuse(request: IncomingMessage, response: ServerResponse, code: ErrorCode, headers: OutgoingHttpHeaders = { connection: 'close' }): Promise<void> {
  const chosen = /(?:^|;\s*)locale=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const messages = await loadMessages(chooseLanguage(chosen, request.headers['accept-language'] ?? null));
  const message = (messages.errors as Messages)[code];
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(errorStatus[code], { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify({ error: { code, message } }));
}
