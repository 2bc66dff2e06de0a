// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { editOrigins } from '@/lib/document/edit-origins';
import { TextFieldBinding, type TextFieldOptions } from './text-field-binding';

let field: HTMLTextAreaElement;
let text: Y.Text;
let peer: Y.Text;
let binding: TextFieldBinding;
let origins: unknown[];
let options: { [K in keyof TextFieldOptions]: TextFieldOptions[K] };

function bind(value: string, changed: Partial<TextFieldOptions> = {}): void {
  const doc = new Y.Doc();
  text = doc.getText('t');
  text.insert(0, value);
  const other = new Y.Doc();
  peer = other.getText('t');
  const pass = (to: Y.Doc) => (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(to, update, 'wire');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'wire');
  origins = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') origins.push(origin);
    pass(other)(update, origin);
  });
  other.on('update', pass(doc));
  options = { singleLine: true, maxLength: 40, mayEdit: () => true, onTyping: vi.fn(), onCut: vi.fn(), onUndo: vi.fn(), onRedo: vi.fn(), onShown: vi.fn(), ...changed };
  binding = new TextFieldBinding(field, text, options);
  field.focus();
}

function type(value: string, caret = value.length): void {
  field.value = value;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input'));
}

function paste(value: string): void {
  const event = new Event('paste', { cancelable: true }) as Event & { clipboardData: { getData(): string } };
  event.clipboardData = { getData: () => value };
  field.dispatchEvent(event);
}

beforeEach(() => {
  field = document.createElement('textarea');
  document.body.append(field);
});
afterEach(() => {
  binding.destroy();
  field.remove();
});

describe('typing', () => {
  it('writes the smallest change, as typing', () => {
    bind('Maschine liefern');
    const deltas: unknown[] = [];
    peer.observe((event) => deltas.push(event.delta));
    type('Maschinen liefern', 9);
    expect(peer.toString()).toBe('Maschinen liefern');
    expect(deltas).toEqual([[{ retain: 8 }, { insert: 'n' }]]);
    expect(origins).toEqual([editOrigins.typing]);
  });

  it('writes nothing by showing', () => {
    bind('x');
    peer.insert(0, 'y');
    binding.destroy();
    binding = new TextFieldBinding(field, text, options);
    expect(origins).toEqual([]);
  });

  it('takes back what was typed by somebody who may not edit', () => {
    bind('x', { mayEdit: () => false });
    type('xy');
    expect(field.value).toBe('x');
    expect(text.toString()).toBe('x');
  });
});

describe('what others do', () => {
  it('appears at once and leaves caret and selection on their letters', () => {
    bind('abcdef');
    field.setSelectionRange(2, 4);
    peer.insert(0, '好');
    peer.insert(5, '!!');
    expect(field.value).toBe('好abcd!!ef');
    expect([field.selectionStart, field.selectionEnd]).toEqual([3, 5]);
  });

  it('does not push the caret along when they type at the same place', () => {
    bind('ab');
    field.setSelectionRange(1, 1);
    peer.insert(1, 'XY');
    type('a1XYb', 2);
    expect(peer.toString()).toBe('a1XYb');
  });
});

describe('an input method', () => {
  const compose = (value: string, caret: number): void => {
    field.value = value;
    field.setSelectionRange(caret, caret);
    field.dispatchEvent(new InputEvent('input', { isComposing: true }));
  };
  it('is left alone until it is done; then both sides are there', () => {
    bind('角色：');
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    compose('角色：zhi', 6);
    peer.insert(0, '新');
    peer.insert(4, '（远程）');
    expect(field.value).toBe('角色：zhi');
    expect(origins).toEqual([]);
    compose('角色：制造商', 6);
    field.dispatchEvent(new CompositionEvent('compositionend'));
    expect(field.value).toBe('新角色：制造商（远程）');
    expect(peer.toString()).toBe(field.value);
    expect(field.selectionStart).toBe(7);
    expect(origins).toEqual([editOrigins.typing]);
  });

  it('writes nothing when it is given up, and shows what others did', () => {
    bind('ab');
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    compose('anib', 3);
    peer.insert(2, 'c');
    compose('ab', 1);
    field.dispatchEvent(new CompositionEvent('compositionend'));
    expect(field.value).toBe('abc');
    expect(origins).toEqual([]);
  });

  it('keeps undo keys for itself', () => {
    bind('ab');
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, isComposing: true }));
    expect(options.onUndo).not.toHaveBeenCalled();
  });
});

describe('pasting', () => {
  it('makes one line of several', () => {
    bind('[]');
    field.setSelectionRange(1, 1);
    paste('Hersteller\r\n\r\nvon Pumpen\n');
    expect(text.toString()).toBe('[Hersteller von Pumpen]');
  });

  it('keeps lines where they are allowed', () => {
    bind('', { singleLine: false });
    paste('a\r\nb\u2028c');
    expect(text.toString()).toBe('a\nb\nc');
  });

  it('cuts short what does not fit, keeps what was there, and says how much', () => {
    bind('before after');
    field.setSelectionRange(7, 7);
    paste('x'.repeat(10_000));
    expect(text.toString()).toBe(`before ${'x'.repeat(28)}after`);
    expect(field.value).toBe(text.toString());
    expect(options.onCut).toHaveBeenCalledWith(9_972);
    expect(field.selectionStart).toBe(35);
  });

  it('never cuts an emoji in half', () => {
    bind('x'.repeat(39));
    field.setSelectionRange(39, 39);
    paste('😀');
    expect(text.toString()).toBe('x'.repeat(39));
  });

  it('lets a text that is too long already be shortened, not lengthened', () => {
    bind('x'.repeat(50));
    type('x'.repeat(45));
    expect(text.length).toBe(45);
    type(`${'x'.repeat(45)}y`);
    expect(text.length).toBe(45);
  });
});

describe('undo', () => {
  it.each([
    [{ key: 'z', ctrlKey: true }, 'onUndo'],
    [{ key: 'z', metaKey: true }, 'onUndo'],
    [{ key: 'Z', metaKey: true, shiftKey: true }, 'onRedo'],
    [{ key: 'y', ctrlKey: true }, 'onRedo'],
  ] as const)('goes to the session on %o', (init, handler) => {
    bind('a');
    const outside = vi.fn();
    document.body.addEventListener('keydown', outside);
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
    field.dispatchEvent(event);
    expect(options[handler]).toHaveBeenCalledOnce();
    expect(event.defaultPrevented).toBe(true);
    expect(outside).not.toHaveBeenCalled();
    document.body.removeEventListener('keydown', outside);
  });

  it('takes the place of the browser’s own, also from its menu', () => {
    bind('a');
    const event = new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true });
    field.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(options.onUndo).toHaveBeenCalledOnce();
  });

  it('puts the caret where it took something back', () => {
    bind('hello');
    const manager = new Y.UndoManager(text, { trackedOrigins: new Set([editOrigins.typing]) });
    type('heXllo', 3);
    field.setSelectionRange(6, 6);
    manager.undo();
    expect(field.value).toBe('hello');
    expect(field.selectionStart).toBe(2);
  });
});
