import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharingParts } from './sharing-parts';

describe('sharingParts', () => {
  it('is what is now, whatever was before', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
      expect(sharingParts(before, now)).toEqual(now);
    }));
  });

  it('is what was before if nothing has changed', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(Object.is(sharingParts(value, structuredClone(value)), value)).toBe(true);
    }));
  });

  it('keeps the objects beside a change, and recognises entities that have moved', () => {
    const before = { roles: [{ id: 'a', box: [1, 2] }, { id: 'b', box: [3, 4] }], title: { en: 'x' } };
    const now = sharingParts(before, { roles: [{ id: 'b', box: [3, 4] }, { id: 'a', box: [1, 9] }], title: { en: 'x' } });
    expect(now).toEqual({ roles: [{ id: 'b', box: [3, 4] }, { id: 'a', box: [1, 9] }], title: { en: 'x' } });
    expect(now.title).toBe(before.title);
    expect(now.roles[0]).toBe(before.roles[1]);
    expect(now.roles).not.toBe(before.roles);
  });

  it('tells a missing key from an undefined one', () => {
    expect(sharingParts({ a: undefined }, { b: undefined })).toHaveProperty('b');
    expect(sharingParts({ id: 'x', a: 1 }, { id: 'x' })).toEqual({ id: 'x' });
  });
});
