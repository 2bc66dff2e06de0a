import { expect, test } from 'vitest';
import { chooseLanguage } from './choose-language';

test.each([
  ['de', 'zh-CN', 'de', 'what was chosen wins'],
  [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh', 'regions do not matter'],
  [undefined, 'fr-FR,de;q=0.5,en;q=0.7', 'en', 'the first of ours by quality'],
  [undefined, 'de;q=0,zh;q=0.1', 'zh', 'quality 0 means: not this one'],
  [undefined, 'fr', 'en', 'the working language otherwise'],
  [undefined, null, 'en', 'no header'],
  ['klingon', 'de', 'de', 'an unknown choice is none'],
] as const)('cookie %s, header %s: %s (%s)', (chosen, accepted, language, _why) => {
  expect(chooseLanguage(chosen, accepted)).toBe(language);
});
