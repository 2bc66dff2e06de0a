import { describeError } from '@/lib/db/describe-error';
import type { Log } from './log';

/**
 * Leads what libraries write to the console into the log, without what people wrote: Next prints errors of pages whole, with
 * the parameters of the statement that failed. What ends the process is logged the same way.
 */
export function logConsole(log: Log): void {
  const part = log.child({ part: 'console' });
  const writer = (level: 'error' | 'warn') => (...said: unknown[]): void => {
    const error = said.find((one) => one instanceof Error);
    const words = said.filter((one) => typeof one === 'string').map(firstLine);
    part[level](error ? { err: error } : {}, words.join(' ').trim() || 'said something');
  };
  Object.assign(console, { error: writer('error'), warn: writer('warn') });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a bug ends Accord');
    process.exit(1);
  });
}

/** Formatted errors hold their message in the first line: of theirs only the kind is kept. */
function firstLine(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return (/\w*Error\b/.exec(line)?.[0] ?? line).slice(0, 200);
}

/** An error as text, for somebody at a terminal; as sparing with contents as the log. */
export function errorText(error: unknown): string {
  const { type, code, message, stack, cause } = describeError(error);
  return `${[type, code, message].filter(Boolean).join(' · ')}\n${stack ?? ''}${cause ? `\ncaused by ${errorText((error as Error).cause)}` : ''}`;
}
