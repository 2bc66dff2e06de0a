import { describe, expect, it } from 'vitest';
import { isEmail, normalizeEmail } from './email';

describe('an e-mail address', () => {
  it('is found whatever its case', () => {
    expect(normalizeEmail(' Anna@Example.ORG ')).toBe('anna@example.org');
  });

  it.each(['anna@example.org', 'li.ming+accord@mail.example.com.cn', '李明@例子.中国'])('is taken: %s', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  it.each(['', 'anna', 'anna@', '@example.org', 'anna@example', 'an na@example.org', '<anna@example.org>', 'a@b@example.org', `${'x'.repeat(320)}@example.org`])(
    'is refused: %s',
    (email) => {
      expect(isEmail(email)).toBe(false);
    },
  );
});
