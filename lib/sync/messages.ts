/*
 * What both ends of the wire must know. The protocol is that of y-websocket 3 (github.com/yjs/y-websocket) on
 * `/sync/<scenario id>`; everything below `Accord's own` is an addition that a plain client never sees.
 */

/** First varUint of a message. */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /**
   * Accord's own, in the form that y-sweet's clients use: `varUint8Array` holding a `varUint` counter. The server sends
   * it back unchanged once all that this socket sent before is committed. "Saved" means that and nothing less.
   */
  acknowledge: 102,
  /**
   * Accord's own, server → client, only to sockets that asked for it by `?news=1`: a `varString` of JSON (`News`).
   */
  news: 103,
} as const;

/** Second varUint of a sync message. */
export const syncSteps = { step1: 0, step2: 1, update: 2 } as const;

/** Tells a client that rows beside the document have changed, so that it fetches them again. */
export type News =
  | { readonly topic: 'threads'; readonly thread?: string }
  | { readonly topic: 'snapshots' }
  /** The reader's own inbox, of all scenarios. */
  | { readonly topic: 'inbox' }
  | { readonly topic: 'positions' }
  /** Something has happened to a meeting that deals with the scenario. */
  | { readonly topic: 'meetings' }
  /** `editing`: whether a right to edit can be used right now (`EditingState`). */
  | { readonly topic: 'access'; readonly right: 'facilitator' | 'editor' | 'commenter' | 'viewer'; readonly editing: 'open' | 'presenter' | 'frozen' }
  /** The room can not commit at the moment: what was sent is held, nothing is saved. */
  | { readonly topic: 'storage'; readonly state: 'failing' | 'working' };

/** `?news=1` on the socket's address asks for message 103; `?epoch=N` names the epoch of the local copy. */
export const newsParameter = 'news';
export const epochParameter = 'epoch';
