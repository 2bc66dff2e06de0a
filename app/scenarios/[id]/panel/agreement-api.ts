import { errorStatus, type ErrorCode } from '@/lib/domain/errors';
import type { OfferBlocker } from '@/lib/domain/offer-blockers';
import type { TextAnchor } from '@/lib/document/text-anchors';
import type { ProposalDecision, ProposalPart, ThreadKind } from '@/lib/domain/comments';
import type { Language } from '@/lib/domain/languages';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Thread } from '@/lib/comments/thread';
import type { SnapshotList } from '@/lib/snapshots/snapshot';

/** Why something did not work; `words`: what the server says, in the reader's language, if it said anything. */
export interface Failure {
  readonly code: ErrorCode;
  readonly words: string | null;
}

/** The server did not do what was asked, or could not be reached (`unavailable`). */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** A comment to be sent. */
export interface CommentBody {
  readonly body: string;
  readonly requestId: string;
  readonly language: Language | null;
  readonly mentions: readonly string[];
  readonly proposal: { readonly part: ProposalPart; readonly before: string; readonly after: string } | null;
}

/** The API of threads and snapshots of one scenario, as the panel uses it; every call may throw `RequestFailed`. */
export function agreementApi(scenarioId: string) {
  const base = `/api/scenarios/${scenarioId}`;
  const thread = (id: string): string => `${base}/threads/${id}`;
  return {
    listThreads: async () => (await request<{ threads: readonly Thread[] }>('GET', `${base}/threads`)).threads,
    listReaders: async () => (await request<{ people: readonly NamedPerson[] }>('GET', `${base}/readers`)).people,
    createThread: (body: CommentBody & { item: string; kind: ThreadKind; anchor: TextAnchor | null; internal: boolean }) => request<{ thread: string }>('POST', `${base}/threads`, body),
    reply: (id: string, body: CommentBody) => request<{ comment: string }>('POST', `${thread(id)}/comments`, body),
    markRead: (comments: readonly string[]) => request<unknown>('POST', `${base}/threads/reads`, { comments }),
    classify: (id: string, kind: ThreadKind) => request<unknown>('PUT', `${thread(id)}/kind`, { kind }),
    assign: (id: string, to: { person: string } | { delegation: string } | null, dueOn: string | null) => request<unknown>('PUT', `${thread(id)}/assignment`, { to, dueOn }),
    release: (id: string) => request<unknown>('PUT', `${thread(id)}/release`),
    editComment: (id: string, comment: string, body: { body: string; mentions: readonly string[] }) => request<unknown>('PUT', `${thread(id)}/comments/${comment}`, body),
    deleteComment: (id: string, comment: string) => request<unknown>('DELETE', `${thread(id)}/comments/${comment}`),
    translate: (id: string, comment: string, language: Language, body: string) => request<unknown>('PUT', `${thread(id)}/comments/${comment}/translations/${language}`, { body }),
    decide: (id: string, comment: string, decision: ProposalDecision) => request<unknown>('PUT', `${thread(id)}/comments/${comment}/decision`, { decision }),
    undecide: (id: string, comment: string) => request<unknown>('DELETE', `${thread(id)}/comments/${comment}/decision`),
    resolve: (id: string) => request<unknown>('PUT', `${thread(id)}/resolution`),
    reopen: (id: string) => request<unknown>('DELETE', `${thread(id)}/resolution`),
    listSnapshots: () => request<SnapshotList>('GET', `${base}/snapshots`),
    createSnapshot: (body: { name: string; requestId: string }) => request<{ number: number; hash: string }>('POST', `${base}/snapshots`, body),
    readSnapshot: (number: number) => request<{ content: string }>('GET', `${base}/snapshots/${number}`),
    restore: (number: number, requestId: string) => request<{ before: number | null }>('POST', `${base}/snapshots/${number}/restorations`, { requestId }),
    closeEditing: () => request<unknown>('PUT', `${base}/freeze`),
    openEditing: () => request<unknown>('DELETE', `${base}/freeze`),
    listBlockers: async (number: number) => (await request<{ blockers: readonly OfferBlocker[] }>('GET', `${base}/snapshots/${number}/blockers`)).blockers,
    offer: (body: { number: number; hash: string; requestId: string }) => request<{ position: number }>('POST', `${base}/offers`, body),
    sign: (offer: number, body: { hash: string; function: string; password: string; requestId: string }) => request<unknown>('POST', `${base}/offers/${offer}/signatures`, body),
    decline: (offer: number, body: { hash: string; reason: string; requestId: string }) => request<unknown>('POST', `${base}/offers/${offer}/refusals`, body),
    nameDeputy: (offer: number, body: { hash: string; person: string; requestId: string }) => request<unknown>('POST', `${base}/offers/${offer}/deputies`, body),
    withdraw: (offer: number, body: { reason: string; requestId: string }) => request<unknown>('POST', `${base}/offers/${offer}/withdrawal`, body),
  };
}
export type AgreementApi = ReturnType<typeof agreementApi>;

/** Asks this server. @throws RequestFailed */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {
      method,
      cache: 'no-store',
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    answer = await response.json().catch(() => null);
  } catch {
    throw new RequestFailed({ code: 'unavailable', words: null });
  }
  if (response.ok) return answer as T;
  throw new RequestFailed(failureIn(answer) ?? { code: response.status >= 500 ? 'unavailable' : 'bad-request', words: null });
}

/** What an answer `{error: {code, message}}` says; null if it is none. */
export function failureIn(answer: unknown): Failure | null {
  const { code, message } = (answer as { error?: { code?: unknown; message?: unknown } } | null)?.error ?? {};
  if (typeof code !== 'string' || !(code in errorStatus)) return null;
  return { code: code as ErrorCode, words: typeof message === 'string' ? message : null };
}

/** What went wrong, to be shown. */
export function failureOf(error: unknown): Failure {
  return error instanceof RequestFailed ? error.failure : { code: 'internal', words: null };
}

/** A random uuid; unlike `crypto.randomUUID`, also on `http://<address>`. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
