import { pino, type Logger } from 'pino';
import { describeError } from '@/lib/db/describe-error';

/** The process's structured log: one JSON object a line, on standard output. */
export type Log = Logger;

export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } });
}
