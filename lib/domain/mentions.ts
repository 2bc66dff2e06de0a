import type { NamedPerson } from './named-person';

/** A piece of a comment: plain words, or a call of somebody. */
export interface CommentPiece {
  readonly text: string;
  /** Whom it calls; null: plain words. */
  readonly person: NamedPerson | null;
}

/** A sign before a name, as Western and Chinese keyboards have it. */
const at = /[@＠]/;
/** Between letters the sign belongs to an address. */
const addressLike = /[A-Za-z0-9._%+-]/;

/** Cuts a comment at the names that it calls (`@Anna Weber`); of names that begin alike the longest counts. */
export function splitMentions(body: string, people: readonly NamedPerson[]): CommentPiece[] {
  const longestFirst = people.filter(({ name }) => name.trim()).sort((a, b) => b.name.length - a.name.length);
  const pieces: CommentPiece[] = [];
  let plain = 0;
  for (let index = 0; index < body.length; index++) {
    if (!at.test(body[index]!) || addressLike.test(body[index - 1] ?? '')) continue;
    const person = longestFirst.find(({ name }) => body.startsWith(name, index + 1) && !continuesWord(body, index + name.length + 1));
    if (!person) continue;
    if (index > plain) pieces.push({ text: body.slice(plain, index), person: null });
    plain = index + 1 + person.name.length;
    pieces.push({ text: body.slice(index, plain), person });
    index = plain - 1;
  }
  if (plain < body.length) pieces.push({ text: body.slice(plain), person: null });
  return pieces;
}

/** `@Annabel` calls no Anna; in scripts without spaces a name may be followed by anything. */
function continuesWord(body: string, index: number): boolean {
  return /[\p{Script=Latin}\p{N}]/u.test(body[index] ?? '') && /[\p{Script=Latin}\p{N}]/u.test(body[index - 1] ?? '');
}

/** Ids of those whom a comment calls by name, each once; people who bear the same name are all called. */
export function mentionedIn(body: string, people: readonly NamedPerson[]): string[] {
  const names = new Set(splitMentions(body, people).flatMap(({ person }) => person?.name ?? []));
  return people.filter(({ name }) => names.has(name)).map(({ id }) => id);
}

/** What is being typed after a sign before a name, just left of the caret; null if no name is being typed there. */
export function typedMention(text: string, caret: number): { readonly from: number; readonly query: string } | null {
  for (let index = caret - 1; index >= 0 && caret - index <= 40; index--) {
    const character = text[index]!;
    if (character === '\n') return null;
    if (at.test(character)) return addressLike.test(text[index - 1] ?? '') ? null : { from: index, query: text.slice(index + 1, caret) };
  }
  return null;
}

/** The people whose name, or a part of it, begins with what was typed; nobody once a name stands there in full with something after it. */
export function peopleMatching(query: string, people: readonly NamedPerson[]): NamedPerson[] {
  const wanted = query.toLocaleLowerCase();
  return people.filter(({ name }) => {
    const lower = name.toLocaleLowerCase();
    return lower.startsWith(wanted) || lower.split(/\s+/).some((part) => part.startsWith(wanted)) || (wanted !== '' && /\p{Script=Han}/u.test(wanted) && lower.includes(wanted));
  });
}
