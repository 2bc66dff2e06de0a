import type { Delegation } from '@/lib/domain/delegations';
import { textIn } from '@/lib/domain/languages';
import type { PrintRun, PrintText } from '@/lib/print/print-document';
import type { ShownSigner } from '@/lib/sign-offs/read-offer';
import type { PrintWords } from './print-words';

/** The badge of a delegation, as on the screen: `DE`, 德方. Nothing for an observer. */
export function badgeOf(code: string | null, { ui }: PrintWords): PrintRun[] {
  if (code === null) return [];
  return [{ text: `\u00a0${code === 'DE' || code === 'CN' ? ui(`delegation.${code}`) : code}\u00a0`, bold: true, badge: true }];
}

/** A side by badge and name; where both are the same word, once. */
export function sideAs({ code, name }: Delegation, words: PrintWords): PrintText {
  const badge = badgeOf(code, words);
  const called = textIn(name, words.language);
  return badge[0]?.text.trim() === called ? badge : [...badge, { text: ` ${called}` }];
}

/** For whom and in what function somebody acted, as it was then. */
export function standingAs({ office, function: said, delegation }: ShownSigner, words: PrintWords): PrintText {
  const badge = badgeOf(delegation, words);
  return [...badge, { text: `${badge.length ? ' ' : ''}${words.t(`office.${office}`)}${said ? ` · ${said}` : ''}`, soft: true }];
}
