/** What a log line says of an error. */
export interface DescribedError {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  /** Where in the database: names of the schema, never what stands there. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

const longest = 300;
const deepest = 4;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
const word = (value: unknown): string | undefined => (typeof value === 'string' && value.length > 0 && value.length < 100 ? value : undefined);

/**
 * Describes an error for the log. A log is read by people who may not read scenarios: nothing of what people wrote, and no
 * secret, may get there by way of an error. Drizzle's messages hold a statement's parameters, Postgres's the values of a row,
 * a parser's the text; other properties may hold anything. So those messages, and all properties but a few names, stay out.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const held = error as Error & Readonly<Record<string, unknown>>;
  const names = { code: word(held.code), table: word(held.table), column: word(held.column), constraint: word(held.constraint), message: messageOf(held) };
  return {
    type: ['Error', 'error'].includes(error.name) ? error.constructor.name : error.name,
    ...Object.fromEntries(Object.entries(names).filter(([, value]) => value !== undefined)),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < deepest && { cause: describeError(error.cause, depth + 1) }),
  };
}

function messageOf(error: Error & Readonly<Record<string, unknown>>): string | undefined {
  if ('params' in error && typeof error.query === 'string') return cut(error.query); // Drizzle: the statement, its values as $1, $2 …
  if ('severity' in error || error instanceof SyntaxError) return undefined; // Postgres: its code says enough; JSON: quotes the text
  return cut(error.message);
}

/** The stack without the message that it begins with. */
function framesOf({ stack = '', message }: Error): string {
  const at = message ? stack.indexOf(message) : -1;
  return stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.trim())
    .join('\n');
}
