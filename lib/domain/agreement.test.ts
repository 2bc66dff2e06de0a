import { describe, expect, it } from 'vitest';
import { agreementState, isAgreed } from './agreement';

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

describe('agreementState', () => {
  it.each([
    ['a draft while nothing is offered', null, null, { state: 'draft' }],
    ['in sign-off while something is', 1, null, { state: 'signing', number: 1, agreed: null }],
    ['in sign-off with the agreed version in view', 3, 1, { state: 'signing', number: 3, agreed: 1 }],
    ['agreed otherwise', null, 2, { state: 'agreed', number: 2 }],
  ])('%s', (_case, open, agreed, expected) => {
    expect(agreementState(open, agreed)).toEqual(expected);
  });
});
