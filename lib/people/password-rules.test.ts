import { describe, expect, it } from 'vitest';
import { AccordError } from '@/lib/domain/errors';
import { checkNewPassword } from './password-rules';

const about = ['Anna Weber', 'anna.weber.berlin@example.org'];

describe('a new password', () => {
  it.each(['short', '123456789', '1111111111111', 'PASSWORD123', 'Anna Weber', 'anna.weber.berlin', 'anna.weber.berlin@example.org', 'x'.repeat(1001)])(
    'is refused: %s',
    (password) => {
      expect(() => checkNewPassword(password, about)).toThrow(AccordError);
    },
  );

  it.each(['kirschkuchen im mai', '我们一起把业务场景写完', 'correct horse', 'Wertschöpfung'])('is taken: %s', (password) => {
    expect(() => checkNewPassword(password, about)).not.toThrow();
  });
});
