import { randomUUID } from 'node:crypto';
import { errorStatus, type ErrorCode } from '@/lib/domain/errors';
import { HttpClient } from '../http-client';
import { callAction } from '../server-actions';
import type { Gate, Heard } from './gate';
import type { Person } from './people';
import type { Part, Stage } from './stage';

/** What somebody heard, and how it was written. */
export interface Answer {
  readonly heard: Heard | `${number}`;
  readonly status: number;
  readonly text: string;
}

/** The parameters of a gate's path: `[id]` and so on. */
export const parametersOf = ({ path }: Pick<Gate, 'path'>): string[] => [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);

/** Parameters that name no part of a stage. */
const fixed: Readonly<Record<string, string>> = { language: 'zh', token: 'none', section: 'introduction' };

/** The part of a stage that a parameter stands for; null: it names none. */
export function partOf({ path, parts = {} }: Gate, parameter: string): Part | null {
  if (parameter === 'id') return path.includes('/meetings/') ? 'meeting' : path.includes('/collections/') ? 'collection' : 'scenario';
  return parts[parameter] ?? (parameter in fixed ? null : (parameter as Part));
}

/** The address of a gate on a stage. @param instead values of parameters that are to stand for something else */
export async function addressOf(gate: Gate, stage: Stage, instead: Readonly<Record<string, string>> = {}): Promise<string> {
  let address = gate.path + (gate.query ?? '');
  for (const parameter of parametersOf(gate)) {
    const part = partOf(gate, parameter);
    address = address.replace(`[${parameter}]`, instead[parameter] ?? (part ? await stage.of(part) : fixed[parameter]!));
  }
  return address;
}

export interface Asking {
  readonly stage: Stage;
  readonly person: Person;
  readonly instead?: Readonly<Record<string, string>>;
  readonly headers?: Record<string, string>;
  /** Sent in place of the body that the row names; a text as it is. */
  readonly body?: { readonly value: unknown } | { readonly text: string };
}

/** Asks at a gate. */
export async function ask(gate: Gate, { stage, person, instead, headers = {}, body }: Asking): Promise<Answer> {
  const sent = body ?? { value: await gate.sends?.(stage, person) };
  const client = person === 'nobody' ? new HttpClient(stage.world.url) : stage.world.people[person].client.copy();
  const address = await addressOf(gate, stage, instead);
  if (gate.action) {
    const { status, text } = await callAction(client, address, ...gate.action, ('value' in sent ? sent.value : []) as unknown[], headers);
    const code = /"ok":false,"error":\{"code":"([\w-]+)"/.exec(text)?.[1] ?? (status >= 400 ? /"error":\{"code":"([\w-]+)"/.exec(text)?.[1] : undefined);
    return { heard: code ? (code as ErrorCode) : status === 200 ? 'ok' : `${status}`, status, text };
  }
  const content = 'text' in sent ? sent.text : sent.value === undefined ? undefined : JSON.stringify(sent.value);
  const answer = await client.fetch(address, { method: gate.method, headers: { ...(content !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(content !== undefined && { body: content }) });
  const text = await answer.text();
  return { heard: heardIn(answer, text, gate.path.startsWith('/api/')), status: answer.status, text };
}

function heardIn(answer: Response, text: string, isApi: boolean): Answer['heard'] {
  if (!isApi && /http-equiv="refresh" content="\d;url=\/sign-in/.test(text)) return 'signed-out'; // where a page has begun before it knew
  if (answer.ok) return 'ok';
  if (answer.status === 307) return answer.headers.get('location')!.includes('/sign-in') ? 'signed-out' : 'led-on';
  if (!isApi) return answer.status === 404 ? 'not-found' : `${answer.status}`;
  const code = /^\{"error":\{"code":"([\w-]+)","message":"/.exec(text)?.[1] as ErrorCode | undefined;
  return code && errorStatus[code] === answer.status ? code : `${answer.status}`;
}

/** A value for a parameter under which there is nothing. */
export const nothing = (parameter: string): string => (parameter === 'number' || parameter === 'offer' ? '999999' : randomUUID());

/** Runs tasks, some at once. */
export async function inParallel<T, R>(inputs: readonly T[], run: (input: T) => Promise<R>, atOnce = 12): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < inputs.length; index = next++) results[index] = await run(inputs[index]!);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
