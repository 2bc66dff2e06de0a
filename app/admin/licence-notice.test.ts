import { describe, expect, it } from 'vitest';
import { licenceNoticeOf, type LicenceSetting } from './licence-notice';

const [annual, perpetual, evaluation] = [1, 2, 16];
const keyOf = (host: string, flags: number, lastDay: string): string => `tldraw-test/${btoa(JSON.stringify(['id', [host], flags, lastDay]))}.c2lnbmF0dXJl`;
const notice = (setting: Partial<LicenceSetting>, signed = true) =>
  licenceNoticeOf({ address: 'https://accord.example.org', isProduction: true, key: null, now: new Date('2026-11-23T12:00:00Z'), ...setting }, async () => signed);

describe('licenceNoticeOf', () => {
  it('is silent where no key is needed, whatever is set', async () => {
    for (const setting of [{ address: 'http://localhost:3000' }, { address: 'http://[::1]:3000' }, { address: undefined }, { isProduction: false }])
      for (const key of [null, 'x', keyOf('accord.example.org', annual, '2026-12-01')]) expect(await notice({ ...setting, key })).toBeNull();
  });

  it('says that a key is missing, not valid, for another address or expired', async () => {
    expect(await notice({})).toEqual({ kind: 'missing' });
    expect(await notice({ key: 'x' })).toEqual({ kind: 'invalid' });
    expect(await notice({ key: keyOf('*', annual, '2028-01-01') }, false)).toEqual({ kind: 'invalid' });
    expect(await notice({ key: keyOf('other.example.org', annual, '2028-01-01') })).toEqual({ kind: 'other-host' });
    expect(await notice({ key: keyOf('*', annual, '2026-10-01') })).toEqual({ kind: 'expired' });
    expect(await notice({ key: keyOf('*', evaluation, '2026-11-22') })).toEqual({ kind: 'expired' });
  });

  it('warns sixty days ahead, counts the days, and tells when only grace is left', async () => {
    expect(await notice({ key: keyOf('accord.example.org', annual, '2027-01-22') })).toBeNull();
    expect(await notice({ key: keyOf('accord.example.org', annual, '2027-01-21') })).toEqual({ kind: 'ends', days: 60 });
    expect(await notice({ key: keyOf('accord.example.org', annual, '2026-11-23') })).toEqual({ kind: 'ends', days: 1 });
    expect(await notice({ key: keyOf('accord.example.org', annual, '2026-11-22') })).toEqual({ kind: 'grace' });
    expect(await notice({ key: keyOf('accord.example.org', perpetual, '2026-11-30') })).toBeNull();
  });
});
