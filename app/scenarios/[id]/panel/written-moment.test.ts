import { describe, expect, it } from 'vitest';
import { momentEverywhere, utcBeside, writtenMoment } from './written-moment';

const evening = '2026-11-23T17:30:00.000Z';

describe('a moment', () => {
  it('is written for each place, which may be a day ahead', () => {
    expect(momentEverywhere(evening, 'en')).toEqual({ utc: '23 Nov 2026, 17:30', berlin: '23 Nov 2026, 18:30', beijing: '24 Nov 2026, 01:30' });
    expect(writtenMoment(evening, 'de', 'Europe/Berlin')).toBe('23.11.2026, 18:30');
    expect(writtenMoment(evening, 'zh', 'Asia/Shanghai')).toBe('2026年11月24日 01:30');
  });

  it('has its day in UTC said only where that is another one', () => {
    expect(utcBeside(evening, 'en', 'Europe/Berlin')).toBe('17:30');
    expect(utcBeside(evening, 'en', 'Asia/Shanghai')).toBe('23 Nov 2026, 17:30');
  });
});
