import { writtenMoment } from '@/app/scenarios/[id]/panel/written-moment';
import type { Language } from '@/lib/domain/languages';
import type { PrintText } from '@/lib/print/print-document';
import type { Words } from './print-words';

/** A moment in UTC to the second, as the record holds it, and as the clocks in Berlin and Beijing showed it, with their zones. */
export function shownMoment(at: string, language: Language, t: Words): PrintText {
  const utc = `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
  const places = [t('in-berlin', momentIn('Europe/Berlin', at, language)), t('in-beijing', momentIn('Asia/Shanghai', at, language))];
  return [{ text: utc }, { text: `\n${places.join('\n')}`, soft: true }];
}

function momentIn(zone: string, at: string, language: Language): { readonly moment: string; readonly zone: string; readonly offset: string } {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date(at));
  const offset = parts.find(({ type }) => type === 'timeZoneName')!.value.replace('GMT', 'UTC');
  return { moment: writtenMoment(at, language, zone), zone, offset };
}
