import { describe, expect, it } from 'vitest';
import { longestComment, optionalLine, optionalText, statedLine, statedText } from './stated-text';

const comment = (text: string) => statedText(text, longestComment);

describe('statedText', () => {
  it('takes the white space around a text away, and keeps the lines within', () => {
    expect(comment('  one\n\n two \n')).toBe('one\n\n two');
  });

  it('keeps markup as the characters it is made of', () => {
    expect(comment('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });

  it.each(['', '   ', '\n\t', '\0', '\u3000', '\u200b\u200b', ' \u2060 \u00ad'])('refuses %j, which says nothing', (text) => {
    expect(() => comment(text)).toThrow(expect.objectContaining({ code: 'empty-text' }));
  });

  it('counts characters, not UTF-16 units', () => {
    expect([...comment('🙂'.repeat(longestComment))]).toHaveLength(longestComment);
    expect(() => comment('🙂'.repeat(longestComment) + '.')).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it('composes characters that an input method sent in parts', () => {
    expect(comment('u\u0308ber')).toBe('\u00fcber');
  });

  it('makes what is no text storable', () => {
    expect(comment('a\ud83d')).toBe('a\ufffd');
  });

  it('may be allowed to be empty, but not too long', () => {
    expect(optionalText(' \n', 3)).toBe('');
    expect(() => optionalText('four', 3)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});

describe('statedLine', () => {
  it('is one line that says what it looks like', () => {
    expect(statedLine(' Fleet\u0001of\n\u202etrucks\u2029', 40)).toBe('Fleet of trucks');
    expect(() => statedLine('\u202e', 40)).toThrow(expect.objectContaining({ code: 'empty-text' }));
    expect(optionalLine('\u202e', 40)).toBe('');
    expect(statedLine('👩\u200d🔬', 40)).toBe('👩\u200d🔬'); // joined to one sign
  });
});
