import { describe, expect, it } from 'vitest';
import { mentionedIn, peopleMatching, splitMentions, typedMention } from './mentions';

const person = (id: string, name: string) => ({ id, name, delegation: null });
const people = [person('a', 'Anna'), person('w', 'Anna Weber'), person('l', '李明'), person('m', 'Mei'), person('n', 'Mei')];

describe('a mention', () => {
  it('calls who is named, the longest name first, in either script', () => {
    expect(mentionedIn('@Anna Weber and @Mei: ok?', people)).toEqual(['w', 'm', 'n']);
    expect(mentionedIn('请＠李明看一下', people)).toEqual(['l']);
    expect(mentionedIn('@Anna, please', people)).toEqual(['a']);
  });

  it('is no address, no other name, and no name without the sign', () => {
    for (const body of ['mail anna@Anna', 'Anna', '@Annabel', '@ Anna', '@anna', '']) expect([body, mentionedIn(body, people)]).toEqual([body, []]);
  });

  it('keeps every character of the comment', () => {
    for (const body of ['x @Anna Weber y', '@Mei@Mei', '@@Mei', 'no one', '@李明你好'])
      expect(splitMentions(body, people).map(({ text }) => text).join('')).toBe(body);
    expect(splitMentions('x @Mei!', people).map(({ person: called }) => called?.id ?? null)).toEqual([null, 'm', null]);
  });

  it('is being typed left of the caret', () => {
    expect(typedMention('ask @An', 7)).toEqual({ from: 4, query: 'An' });
    expect(typedMention('请@李', 3)).toEqual({ from: 1, query: '李' });
    for (const [text, caret] of [['a@b', 3], ['@An\nx', 5], ['plain', 5]] as const) expect(typedMention(text, caret)).toBeNull();
    expect(peopleMatching('we', people).map(({ id }) => id)).toEqual(['w']);
    expect(peopleMatching('明', people).map(({ id }) => id)).toEqual(['l']);
    expect(peopleMatching('', people)).toHaveLength(5);
    expect(peopleMatching('Mei and', people)).toEqual([]);
  });
});
