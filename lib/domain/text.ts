/** True if no store or reader stumbles over the text: no NUL (Postgres takes none) and no half of a surrogate pair. */
export function isSoundText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The text made sound: NUL left out, halves of surrogate pairs replaced by U+FFFD. */
export function soundText(text: string): string {
  return isSoundText(text) ? text : text.replaceAll('\0', '').toWellFormed();
}

/** The text made sound without moving a letter of it: U+FFFD for each NUL and each half of a surrogate pair. For text in which places are counted. */
export function soundInPlace(text: string): string {
  return isSoundText(text) ? text : text.replaceAll('\0', '\ufffd').toWellFormed();
}

/** The text as a file may hold it that others open: no control characters but ends of lines and tabs, and no noncharacters, which neither XML nor calendars take. */
export function presentableText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\ufffe\uffff]|[^\P{Cc}\n\t]/gu, '');
}

/** Marks that turn the direction of writing: with them a text looks like another one. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text as a line that says what it looks like, as a name or a title has to: white space of any kind, control characters and marks of direction become one blank. */
export function inOneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(directionMarks, ' ').replace(/\s+/g, ' ').trim();
}
