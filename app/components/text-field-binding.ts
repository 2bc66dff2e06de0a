import type * as Y from 'yjs';
import { editOrigins } from '@/lib/document/edit-origins';
import { carryChange, carryPosition, type TextDelta } from '@/lib/document/edits/carry-change';
import { soundText } from '@/lib/domain/text';
import { applyTextChange, textChange, type TextChange } from '@/lib/document/edits/edit-text';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

export interface TextFieldOptions {
  /** Line breaks that are pasted become spaces. */
  readonly singleLine: boolean;
  /** In UTF-16 units. A text that is longer already may stay so, and be shortened. */
  readonly maxLength: number;
  mayEdit(): boolean;
  /** Something was typed, also during a composition. */
  onTyping(): void;
  /** So many units did not fit and were left out. */
  onCut(count: number): void;
  onUndo(): void;
  onRedo(): void;
  /** What the field shows has changed, for whatever reason. */
  onShown(): void;
}

/**
 * Keeps a text field and a `Y.Text` in step. Typing becomes the smallest change; what others do appears at once and keeps
 * caret and selection. During an input method's composition nothing is written and the field is left alone, since
 * touching it would end the composition: what others did meanwhile is shown, and the composed text carried over it,
 * when the composition ends. Undo keys go to `onUndo`, never to the browser's own history of the field.
 */
export class TextFieldBinding {
  /** What the field showed when it last was in step with the text. */
  private shown: string;
  /** What others did since a composition began; null while there is none. */
  private missed: TextDelta[] | null = null;
  private writing = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly field: TextField,
    private readonly text: Y.Text,
    private readonly options: TextFieldOptions,
  ) {
    this.shown = text.toString();
    if (field.value !== this.shown) field.value = this.shown;
    text.observe(this.onTextChanged);
    this.stopListening = listen(field, {
      input: () => this.onInput(),
      compositionstart: () => (this.missed ??= []),
      compositionend: () => this.endComposition(),
      paste: (event) => this.onPaste(event as ClipboardEvent),
      beforeinput: (event) => this.onBeforeInput(event as InputEvent),
      keydown: (event) => this.onKeyDown(event as KeyboardEvent),
    });
    options.onShown();
  }

  destroy(): void {
    this.stopListening();
    this.text.unobserve(this.onTextChanged);
  }

  private onInput(): void {
    if (!this.options.mayEdit()) return this.show(this.shown, null);
    this.options.onTyping();
    if (!this.missed) this.write([]);
    this.options.onShown();
  }

  private endComposition(): void {
    const missed = this.missed ?? [];
    this.missed = null;
    if (this.options.mayEdit()) this.write(missed);
    this.show(this.text.toString(), this.selection());
  }

  /** Writes what the field has and the text has not; `missed` is what happened to the text since they were in step. */
  private write(missed: readonly TextDelta[]): void {
    const caret = this.field.selectionStart ?? this.field.value.length;
    const wanted = textChange(this.shown, this.field.value, caret);
    const change = wanted && this.fitted(wanted);
    const parts = change ? carryChange(change, missed) : [];
    this.writing = true;
    try {
      this.text.doc?.transact(() => parts.forEach((part) => applyTextChange(this.text, part)), editOrigins.typing);
    } finally {
      this.writing = false;
    }
    const value = this.text.toString();
    if (value === this.field.value) {
      this.shown = value;
    } else {
      const last = parts.at(-1);
      const end = last ? last.at + last.insert.length : missed.reduce((position, delta) => carryPosition(position, delta), caret);
      this.show(value, [end, end]);
    }
  }

  /** The change without what would make the text too long. */
  private fitted(change: TextChange): TextChange {
    const room = Math.max(this.options.maxLength, this.shown.length) - (this.text.length - change.remove);
    if (change.insert.length <= room) return change;
    let fits = Math.max(room, 0);
    if (/[\ud800-\udbff]/.test(change.insert[fits - 1] ?? '')) fits--; // never half of a pair
    this.options.onCut(change.insert.length - fits);
    return { ...change, insert: change.insert.slice(0, fits) };
  }

  private readonly onTextChanged = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (this.writing) return;
    const delta = event.delta as TextDelta;
    if (this.missed) {
      this.missed.push(delta);
      return;
    }
    const selection = this.selection();
    const [from, to] = selection;
    // One's own undo puts the caret where it took something back; what others do leaves it where it was.
    const end = transaction.local ? endOf(delta) : null;
    if (end !== null) this.show(this.text.toString(), [end, end]);
    else if (from === to) this.show(this.text.toString(), [carryPosition(from, delta), carryPosition(from, delta)]);
    else this.show(this.text.toString(), [carryPosition(from, delta, 'after'), carryPosition(to, delta)]);
  };

  private selection(): [number, number] {
    return [this.field.selectionStart ?? 0, this.field.selectionEnd ?? 0];
  }

  private show(value: string, selection: readonly [number, number] | null): void {
    const { field } = this;
    const [from, to] = selection ?? this.selection();
    const { scrollTop, scrollLeft } = field;
    const direction = field.selectionDirection ?? undefined;
    this.shown = value;
    if (field.value !== value) field.value = value;
    // Setting the selection of a field without the focus would move the focus there in Safari.
    if (field.ownerDocument.activeElement === field) field.setSelectionRange(from, Math.max(from, to), direction);
    field.scrollTop = scrollTop;
    field.scrollLeft = scrollLeft;
    this.options.onShown();
  }

  private onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData('text/plain');
    if (!pasted || !this.options.mayEdit()) return;
    event.preventDefault();
    this.insert(pasted);
  }

  private insert(raw: string): void {
    const lines = soundText(raw).replace(/\r\n?|[\u2028\u2029]/g, '\n');
    const value = this.options.singleLine ? lines.trim().replace(/\s*\n\s*/g, ' ') : lines;
    const [from, to] = this.selection();
    this.field.setRangeText(value, from, to, 'end');
    this.onInput();
  }

  private onBeforeInput(event: InputEvent): void {
    if (this.missed) return;
    const breaksLine = event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph';
    if (event.inputType === 'historyUndo') {
      event.preventDefault();
      this.options.onUndo();
    } else if (event.inputType === 'historyRedo') {
      event.preventDefault();
      this.options.onRedo();
    } else if (this.options.singleLine && breaksLine) {
      event.preventDefault();
    }
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.missed || event.isComposing) return;
    if (redo) this.options.onRedo();
    else this.options.onUndo();
  }
}

/** Where a change ends in the text after it; null if it changed nothing. */
function endOf(delta: TextDelta): number | null {
  let position = 0;
  let end: number | null = null;
  for (const step of delta) {
    if (typeof step.insert === 'string') end = position += step.insert.length;
    else if (step.delete) end = position;
    else position += step.retain ?? 0;
  }
  return end;
}

function listen(field: TextField, handlers: Readonly<Record<string, (event: Event) => void>>): () => void {
  for (const [name, handler] of Object.entries(handlers)) field.addEventListener(name, handler);
  return () => {
    for (const [name, handler] of Object.entries(handlers)) field.removeEventListener(name, handler);
  };
}
