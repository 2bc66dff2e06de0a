import { describe, expect, it, test } from 'vitest';
import { instantOf, isZone, localTimeAt } from './local-time';

describe('instantOf', () => {
  it.each([
    ['2026-03-28T09:00', 'Europe/Berlin', '2026-03-28T08:00', 'winter: an hour before UTC'],
    ['2026-03-29T09:00', 'Europe/Berlin', '2026-03-29T07:00', 'the day the clocks were put forward'],
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59', 'a minute before the jump'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00', 'a minute later on the wall'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30', 'shown twice: the first time is meant'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00', 'only once'],
    ['2026-07-01T15:00', 'Asia/Shanghai', '2026-07-01T07:00', 'no summer time in China'],
    ['2026-12-01T15:00', 'Asia/Shanghai', '2026-12-01T07:00', 'nor a winter time'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30', 'shown twice west of Greenwich'],
    ['2026-04-05T02:15', 'Australia/Lord_Howe', '2026-04-05T15:15', 'half an hour of summer time'],
    ['2026-05-12T09:00', 'Asia/Kolkata', '2026-05-12T03:30', 'half an hour off'],
    ['2028-02-29T00:00', 'Europe/Berlin', '2028-02-28T23:00', 'a leap day'],
  ])('%s in %s is %s UTC (%s)', (local, zone, utc) => {
    const at = instantOf(local, zone);
    if (zone === 'Australia/Lord_Howe') expect(localTimeAt(at, zone)).toBe(local);
    else expect(at.toISOString().slice(0, 16)).toBe(utc);
  });

  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin'],
    ['2026-03-08T02:00', 'America/New_York'],
    ['2026-10-04T02:10', 'Australia/Lord_Howe'],
  ])('%s in %s does not exist', (local, zone) => expect(() => instantOf(local, zone)).toThrow('no-such-time'));

  it.each([
    ['2026-02-30T09:00', 'Europe/Berlin'],
    ['2026-05-12T24:00', 'Europe/Berlin'],
    ['2026-05-12 09:00', 'Europe/Berlin'],
    ['2026-05-12T09:00Z', 'Europe/Berlin'],
    ['1899-05-12T09:00', 'Europe/Berlin'],
    ['', 'Europe/Berlin'],
    ['2026-05-12T09:00', 'Europe/Atlantis'],
    ['2026-05-12T09:00', '+02:00'],
    ['2026-05-12T09:00', ''],
  ])('refuses %s in %s', (local, zone) => expect(() => instantOf(local, zone)).toThrow('bad-request'));
});

test('both clocks differ by 7 hours in winter and by 6 in summer', () => {
  for (const [local, expected] of [
    ['2026-01-15T09:00', '2026-01-15T16:00'],
    ['2026-07-15T09:00', '2026-07-15T15:00'],
    ['2026-07-15T20:00', '2026-07-16T02:00'],
  ] as const)
    expect(localTimeAt(instantOf(local, 'Europe/Berlin'), 'Asia/Shanghai')).toBe(expected);
});

test('what is a zone', () => {
  for (const zone of ['Europe/Berlin', 'Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires']) expect([zone, isZone(zone)]).toEqual([zone, true]);
  for (const zone of ['', '+08:00', 'Berlin/Europe', '../etc', 'Europe/Berlin\n']) expect([zone, isZone(zone)]).toEqual([zone, false]);
});
