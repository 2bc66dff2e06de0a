import type { ErrorCode } from '@/lib/domain/errors';
import type { Action } from '@/lib/policies/can';
import { everybody, mayDo, rightOf, type Person } from './people';
import type { Part, Stage } from './stage';

/** What somebody hears at a gate. `led-on`: a redirect to another page; `signed-out` at a page is the way to the sign-in. */
export type Heard = 'ok' | 'led-on' | ErrorCode;
export type Answers = Readonly<Record<Person, Heard>>;

/** One way of asking Accord for something over HTTP, and what everybody hears. */
export interface Gate {
  /** As the folder of its file in `app` says it: `/api/scenarios/[id]/freeze`; of an action: the page that calls it. */
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Of a server action: its file and name. */
  readonly action?: readonly [file: string, name: string];
  /** What sets this row apart from others at the same gate. */
  readonly note?: string;
  readonly answers: Answers;
  /** What its parameters stand for, where that is not the part of the stage that is called so. */
  readonly parts?: Readonly<Record<string, Part>>;
  readonly query?: string;
  /** The body, or an action's arguments. */
  readonly sends?: (stage: Stage, person: Person) => Promise<unknown>;
  /** It ends sessions, or makes nothing anew: asked after all others, of the stage that is there. */
  readonly last?: true;
}

/** What everybody hears where a rule decides alone: who may not know of a thing hears that there is none, who sees it that it is not theirs. */
export function under(action: Action, exceptions: Partial<Answers> = {}): Answers {
  const offices: readonly Action[] = ['position.set', 'judgement.set', 'snapshot.sign'];
  const hears = (person: Person): Heard => {
    if (person === 'nobody' || person === 'disabled') return 'signed-out';
    if (mayDo[action].includes(person)) return 'ok';
    if (action === 'people.manage' || action === 'scenario.create' || action === 'collection.create') return 'forbidden';
    if (rightOf(person) === null) return 'not-found';
    return offices.includes(action) && rightOf(person) !== 'viewer' ? 'not-a-speaker' : 'forbidden';
  };
  return { ...all(hears), ...exceptions };
}

/** What stands open to whoever is signed in. */
export const forSignedIn = (heard: Heard = 'ok'): Answers => all((person) => (person === 'nobody' || person === 'disabled' ? 'signed-out' : heard));
export const forEverybody = (heard: Heard): Answers => all(() => heard);

/**
 * Of a thread that the German side keeps to itself: whoever is not of that side hears what they would hear of a thread that does
 * not exist. Where their right alone is not enough, that is said before anybody looks for the thread.
 */
export function internally(action: Action, exceptions: Partial<Answers> = {}): Answers {
  const open = under(action, exceptions);
  const looksFirst = action === 'comment.change';
  return all((person) => (!mayDo['internal-thread.see'].includes(person) && (open[person] === 'ok' || (looksFirst && open[person] === 'forbidden')) ? 'not-found' : open[person]));
}

/** Of a page that shows nothing but what one may do there: it does not exist for anybody else. */
export function hidden(action: Action): Answers {
  const open = under(action);
  return all((person) => (open[person] === 'forbidden' ? 'not-found' : open[person]));
}

function all(hears: (person: Person) => Heard): Answers {
  return Object.fromEntries(everybody.map((person) => [person, hears(person)])) as Record<Person, Heard>;
}

/** A table of gates of one path. */
export const at = (path: string, rows: readonly Omit<Gate, 'path'>[]): Gate[] => rows.map((row) => ({ ...row, path }));

export const nameOf = ({ method, path, action, note }: Gate): string => `${action ? action.join(' ') : `${method} ${path}`}${note ? ` (${note})` : ''}`;
