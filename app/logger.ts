import { pino } from 'pino';
import { describeError } from '@/lib/db/describe-error';

/** What pages, actions and routes write to the process's log. */
export const logger = pino({ level: process.env.LOG_LEVEL || 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } });
