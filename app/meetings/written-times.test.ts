import { expect, test } from 'vitest';
import { clocksAt, writtenTimes } from './written-times';

test.each([
  ['en', ['Tue, 12 May 2026, 18:30–20:30', 'Wed, 13 May 2026, 00:30–02:30']],
  ['de', ['Di., 12. Mai 2026, 18:30–20:30', 'Mi., 13. Mai 2026, 00:30–02:30']],
  ['zh', ['2026年5月12日周二 18:30–20:30', '2026年5月13日周三 00:30–02:30']],
] as const)('both clocks in %s, with the day of each place', (language, expected) => {
  const times = writtenTimes({ startsAt: '2026-05-12T16:30:00.000Z', minutes: 120, zone: 'Europe/Berlin' }, language);
  expect(times.map(({ time }) => time)).toEqual(expected);
});

test('a meeting past midnight names both days; a third zone has a clock of its own', () => {
  const times = writtenTimes({ startsAt: '2026-05-12T21:30:00.000Z', minutes: 60, zone: 'America/New_York' }, 'en');
  expect(times.map(({ place, time }) => [place.key, time])).toEqual([
    ['berlin', 'Tue, 12 May 2026, 23:30–Wed, 13 May 2026, 00:30'],
    ['beijing', 'Wed, 13 May 2026, 05:30–06:30'],
    ['other', 'Tue, 12 May 2026, 17:30–18:30'],
  ]);
});

test('a moment has its day where that is not the one that is known already', () => {
  const clocks = (iso: string): string => clocksAt(iso, 'Europe/Berlin', 'de', ({ key }) => key, '2026-05-12T15:00:00.000Z');
  expect(clocks('2026-05-12T15:30:00.000Z')).toBe('berlin 17:30 · beijing 23:30');
  expect(clocks('2026-05-12T16:30:00.000Z')).toBe('berlin 18:30 · beijing Mi., 13. Mai 2026, 00:30');
  expect(clocks('2026-05-09T08:00:00.000Z')).toBe('berlin Sa., 9. Mai 2026, 10:00 · beijing Sa., 9. Mai 2026, 16:00');
});
