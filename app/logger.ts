import { pino } from 'pino';

/** What pages, actions and routes write to the process's log. */
export const logger = pino({ level: process.env.LOG_LEVEL || 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime });
