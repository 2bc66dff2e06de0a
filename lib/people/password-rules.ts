import { AccordError } from '@/lib/domain/errors';
import { shortestPassword } from './password-length';

const longestPassword = 1000;

/** What guessers try first, among passwords that are long enough. */
const guessedFirst = ['1234567890', '0123456789', '12345678910', 'qwertyuiop', 'password12', 'password123', 'passwort123', 'administrator'];

/**
 * @param about the person's name and e-mail address: a password must be neither
 * @throws AccordError `weak-password` with `shortest`
 */
export function checkNewPassword(password: string, about: readonly string[]): void {
  const plain = password.normalize('NFKC');
  const lower = plain.toLowerCase();
  const known = [...guessedFirst, ...about.flatMap((text) => [text.toLowerCase(), text.toLowerCase().replace(/\s/g, ''), text.toLowerCase().split('@')[0] ?? ''])];
  const tooShort = [...plain].length < shortestPassword;
  if (tooShort || plain.length > longestPassword || new Set(plain).size < 5 || known.includes(lower)) throw new AccordError('weak-password', { shortest: shortestPassword });
}
