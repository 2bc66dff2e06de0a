import { describe, expect, it } from 'vitest';
import { daysToWarnOf, decideLicence, isGenuine, type LicenceFacts } from './canvas-licence';

const now = new Date('2026-11-23T12:00:00Z');
const annual = 1;
const perpetual = 2;
const evaluation = 16;
const keyOf = (hosts: string[], flags: number, expires: string): string => `tldraw-test/${btoa(JSON.stringify(['id', hosts, flags, expires]))}.c2lnbmF0dXJl`;
const decide = (facts: Partial<LicenceFacts>) => decideLicence({ hostname: 'accord.example.org', isProduction: true, key: null, now, ...facts });

describe('decideLicence', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('lets the canvas run on %s without a key', (hostname) => {
    expect(decide({ hostname })).toEqual({ mounts: true, expires: null });
  });
  it('lets it run in development', () => {
    expect(decide({ isProduction: false }).mounts).toBe(true);
  });
  it.each(['192.168.0.7', 'accord.localhost', '127.0.0.1.example.org'])('needs a key on %s', (hostname) => {
    expect(decide({ hostname })).toEqual({ mounts: false, reason: 'missing' });
  });
  it('says that an empty key is missing and a mangled one invalid', () => {
    expect(decide({ key: ' ' })).toEqual({ mounts: false, reason: 'missing' });
    for (const key of ['x', 'tldraw-a/e30=', 'tldraw-a/!!!.c2ln', `other/${btoa('["i",["*"],1,"2027-01-01"]')}.c2ln`, `tldraw-a/${btoa('["i","*",1,"x"]')}.c2ln`])
      expect(decide({ key })).toEqual({ mounts: false, reason: 'invalid' });
  });
  it.each([
    [['accord.example.org'], true],
    [['www.accord.example.org'], true],
    [['*.example.org'], true],
    [['*'], true],
    [['example.org'], false],
    [['*.example.com'], false],
    [['evil-example.org', 'b.example.org'], false],
  ])('takes hosts %j: %s', (hosts, mounts) => {
    expect(decide({ key: keyOf(hosts, annual, '2027-11-01') }).mounts).toBe(mounts);
  });
  it('lets an annual key run for thirty days after its last day, an evaluation key not', () => {
    const on = (flags: number, expires: string) => decide({ key: keyOf(['*'], flags, expires) });
    expect(on(annual, '2026-10-24').mounts).toBe(true);
    expect(on(annual, '2026-10-23')).toEqual({ mounts: false, reason: 'expired' });
    expect(on(evaluation, '2026-11-23').mounts).toBe(true);
    expect(on(evaluation, '2026-11-22')).toEqual({ mounts: false, reason: 'expired' });
    expect(on(perpetual, '2026-10-01')).toEqual({ mounts: true, expires: null });
    expect(on(perpetual, '2025-01-01')).toEqual({ mounts: false, reason: 'expired' });
  });
  it('warns sixty days ahead', () => {
    const warn = (expires: string) => daysToWarnOf(decide({ key: keyOf(['*'], annual, expires) }), now);
    expect(warn('2027-03-01')).toBeNull();
    expect(warn('2026-12-23')).toBe(31);
    expect(warn('2026-11-01')).toBe(0);
    expect(daysToWarnOf({ mounts: false, reason: 'missing' }, now)).toBeNull();
  });
});

describe('isGenuine', () => {
  it('refuses what tldraw did not sign', async () => {
    expect(await isGenuine(keyOf(['*'], annual, '2027-01-01'))).toBe(false);
    expect(await isGenuine('x')).toBe(false);
  });
});
