import { expect, test } from 'vitest';
import { cityOf, offsetAt, zoneName } from './zone-names';

test.each([
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['UTC', 'UTC'],
])('the city of %s is %s', (zone, city) => expect(cityOf(zone)).toBe(city));

test.each([
  ['Europe/Berlin', '2026-01-15', 'UTC+1'],
  ['Europe/Berlin', '2026-07-15', 'UTC+2'],
  ['Asia/Shanghai', '2026-07-15', 'UTC+8'],
  ['Asia/Kolkata', '2026-07-15', 'UTC+5:30'],
  ['America/St_Johns', '2026-01-15', 'UTC−3:30'],
  ['UTC', '2026-01-15', 'UTC+0'],
])('%s is, on %s, at %s', (zone, day, offset) => expect(offsetAt(zone, new Date(`${day}T12:00:00Z`))).toBe(offset));

test('a zone is called what people call its time, and never by an offset, which is shown beside it', () => {
  expect(zoneName('Asia/Shanghai', 'zh')).toMatch(/^中国/);
  expect(zoneName('America/New_York', 'de')).toMatch(/Ostküsten/);
  expect(zoneName('Etc/GMT+3', 'en')).toBe('');
});
