import { describe, expect, it } from 'vitest';
import { agreementOf, isAgreed } from './agreement';

const snapshot = (number: number, signedBy: string[], parties = ['de', 'cn']) => ({ number, parties, signedBy });

describe('isAgreed', () => {
  it.each([
    ['nobody signed', [], ['de', 'cn'], false],
    ['one of two signed', ['de'], ['de', 'cn'], false],
    ['both signed, in any order', ['cn', 'de'], ['de', 'cn'], true],
    ['two of three signed', ['cn', 'de'], ['de', 'cn', 'fr'], false],
    ['the only side signed: it agrees with nobody', ['de'], ['de'], false],
    ['a delegation that joined later signed too', ['de', 'cn'], ['de'], true],
    ['two signed, neither of them the party', ['fr', 'cn'], ['de'], false],
    ['no side at all', [], [], false],
  ])('%s', (_case, signedBy, parties, expected) => {
    expect(isAgreed({ signedBy, parties })).toBe(expected);
  });
});

describe('agreementOf', () => {
  it('is a draft while nobody has signed', () => {
    expect(agreementOf([])).toEqual({ state: 'draft' });
    expect(agreementOf([snapshot(1, []), snapshot(2, [])])).toEqual({ state: 'draft' });
  });

  it('is in sign-off from the first signature to the last', () => {
    expect(agreementOf([snapshot(1, ['de']), snapshot(2, [])])).toEqual({ state: 'signing', number: 1, agreed: null });
    expect(agreementOf([snapshot(2, ['de', 'cn']), snapshot(1, ['de'])])).toEqual({ state: 'agreed', number: 2 });
  });

  it('keeps the agreed version in view while a newer one is signed', () => {
    expect(agreementOf([snapshot(3, ['cn']), snapshot(1, ['de', 'cn'])])).toEqual({ state: 'signing', number: 3, agreed: 1 });
  });

  it('stays agreed when a newer snapshot is not signed by anybody', () => {
    expect(agreementOf([snapshot(1, ['de', 'cn']), snapshot(2, [])])).toEqual({ state: 'agreed', number: 1 });
  });
});
