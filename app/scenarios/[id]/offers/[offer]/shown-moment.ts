import { writtenMoment } from '@/app/scenarios/[id]/panel/written-moment';
import type { Language } from '@/lib/domain/languages';
import type { PrintText } from '@/lib/print/print-document';
import type { Words } from './print-words';

/** A moment in UTC to the second, as the record holds it, and as the clocks in Berlin and Beijing showed it. */
export function shownMoment(at: string, language: Language, t: Words): PrintText {
  const utc = `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
  const places = t('places', { berlin: writtenMoment(at, language, 'Europe/Berlin'), beijing: writtenMoment(at, language, 'Asia/Shanghai') });
  return [{ text: utc }, { text: `\n${places}`, soft: true }];
}
