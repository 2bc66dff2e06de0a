/** The bounds within which one socket, one room, and the storage behind it may move. Milliseconds and bytes. */
export interface SyncLimits {
  /** The largest frame taken; a larger one ends its socket (4413). */
  readonly frameBytes: number;
  /** The largest awareness frame taken. */
  readonly awarenessBytes: number;
  /** How many sockets may be accepted, but not in a room yet; beyond, an upgrade is answered 503. */
  readonly doorstepSockets: number;
  /** A socket that is not in its room by then is sent away (1013). */
  readonly admittedWithin: number;
  /** False: no limit on how fast a socket may send. */
  readonly rates: boolean;
  readonly framesPerSecond: number;
  readonly frameBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Who is throttled for longer than this without a break is sent away (4429). */
  readonly throttledAtMost: number;
  /** What of one socket may wait to be worked on before nothing more is read from it. */
  readonly inboxBytesPerSocket: number;
  readonly inboxFramesPerSocket: number;
  /** What may wait in a room; beyond, the room gives up (1013). */
  readonly inboxBytesPerRoom: number;
  /** What may wait to be sent to one socket; beyond, it is cut (4500). */
  readonly unsentBytes: number;
  /** A first load is sent in pieces of about this size. */
  readonly pieceBytes: number;
  readonly keepAliveEvery: number;
  /** How long a room holds what it can not commit before it gives up (1013). */
  readonly holdAtMost: number;
  /** After how long a commit under way counts as failing. */
  readonly slowCommit: number;
  readonly sweepEvery: number;
  readonly pollEvery: number;
  readonly summaryAfter: number;
  /** A checkpoint is written after this many updates. */
  readonly checkpointEvery: number;
  /** How many client ids one socket may show itself under. */
  readonly presencesPerSocket: number;
  /** Presences are passed on at most this often. */
  readonly presenceEvery: number;
}

const mega = 1024 * 1024;

export const defaultLimits: SyncLimits = {
  frameBytes: 4 * mega,
  awarenessBytes: 256 * 1024,
  doorstepSockets: 500,
  admittedWithin: 40_000,
  rates: true,
  framesPerSecond: 300,
  frameBurst: 3_000,
  bytesPerSecond: 2 * mega,
  byteBurst: 16 * mega,
  throttledAtMost: 20_000,
  inboxBytesPerSocket: 8 * mega,
  inboxFramesPerSocket: 1_000,
  inboxBytesPerRoom: 64 * mega,
  unsentBytes: 8 * mega,
  pieceBytes: 64 * 1024,
  keepAliveEvery: 10_000,
  holdAtMost: 30_000,
  slowCommit: 8_000,
  sweepEvery: 3_000,
  pollEvery: 2_000,
  summaryAfter: 1_000,
  checkpointEvery: 500,
  presencesPerSocket: 4,
  presenceEvery: 25,
};

/** The limits of this process: `SYNC_RATE_LIMITS=off` takes the rates away, for measurements. */
export function readLimits(env: Readonly<Record<string, string | undefined>>): SyncLimits {
  return { ...defaultLimits, rates: env.SYNC_RATE_LIMITS !== 'off' };
}
