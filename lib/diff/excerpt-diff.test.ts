import { describe, expect, it } from 'vitest';
import { diffText } from './diff-text';
import { excerptDiff, lengthOf, shortened, type ExcerptPart } from './excerpt-diff';

const signs = { same: ['', ''], inserted: ['+', '+'], deleted: ['-', '-'], omitted: ['', ''], note: ['(', ')'] } as const;
const written = (parts: readonly ExcerptPart[]): string => parts.map(({ kind, text }) => `${signs[kind][0]}${text}${signs[kind][1]}`).join('');
const excerpt = (a: string, b: string, room = 300): string => written(excerptDiff(diffText(a, b)!, room));

const before = 'Nothing happens here. The maker is paid once, on delivery. Later on there is much more to say. ';
const filler = 'Some sentence that nobody has touched stands here. '.repeat(40);

describe('excerptDiff', () => {
  it('keeps a short text whole', () => {
    expect(excerpt('The maker is paid once.', 'The maker is paid monthly.')).toBe('The maker is paid -once-+monthly+.');
  });

  it('shows the changed sentence alone, with an ellipsis for what stands before and behind it', () => {
    expect(excerpt(filler + before + filler, filler + before.replace('once', 'monthly') + filler)).toBe('…The maker is paid -once-+monthly+, on delivery.…');
  });

  it('bridges two places with an ellipsis', () => {
    const [a, b] = [`First old one. ${filler}Last old one.`, `First new one. ${filler}Last new one.`];
    expect(excerpt(a, b)).toBe('First -old-+new+ one.…Last -old-+new+ one.');
  });

  it('cuts Chinese between words, and finds its sentences', () => {
    const rest = '这里没有任何变化。'.repeat(60);
    expect(excerpt(`${rest}客户一次性付款购买机器。${rest}`, `${rest}客户按使用时间付费购买机器。${rest}`)).toMatch(/^…客户(-[^-]+-|\+[^+]+\+|[^…])+机器。…$/);
  });

  it('shortens what was rewritten as a whole from the middle', () => {
    const shown = excerpt('alt '.repeat(300), 'neu '.repeat(300), 200);
    expect(shown).toMatch(/^-alt .* … .*alt ?-\+neu .* … .*neu ?\+ ?$/s);
  });

  it.each([60, 140, 450])('takes no more than a room of %i, whatever the texts', (room) => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(60);
    for (const [a, b] of [[filler, ''], ['', filler], [long, `${long}x`], ['字'.repeat(4_000), `${'字'.repeat(2_000)}新${'字'.repeat(2_000)}`], [filler + before, before + filler + long]] as const) {
      const parts = excerptDiff(diffText(a, b)!, room);
      expect(lengthOf(parts.map(({ text }) => text).join(''))).toBeLessThanOrEqual(room + 8);
      expect(parts.some(({ kind }) => kind === 'inserted' || kind === 'deleted')).toBe(true);
    }
  });
});

describe('shortened', () => {
  it('ends with an ellipsis behind a whole word', () => {
    expect(shortened('One two three', 9)).toBe('One two…');
    expect(shortened('One\n two', 9)).toBe('One two');
    expect(lengthOf(shortened('字'.repeat(200), 40))).toBeLessThanOrEqual(40);
  });
});
