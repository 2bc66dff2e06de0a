'use client';
import { useTranslations } from 'next-intl';
import { useReadersZone } from '../components/use-readers-zone';
import { placeOf } from '../meetings/written-times';
import { cityOf } from '../meetings/zone-names';

/** Says by which clock the times on a page are written: the reader's own. */
export function ClockNote() {
  const t = useTranslations('inbox');
  const places = useTranslations('meetings.zones');
  const zone = useReadersZone();
  return <>{t('clock', { place: places(placeOf(zone).key, { zone: cityOf(zone) }) })}</>;
}
