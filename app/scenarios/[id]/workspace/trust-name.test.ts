import { expect, it } from 'vitest';
import { trustName } from './TrustIndicator';

it('speaks of what this device keeps only when there is something to keep', () => {
  expect(trustName({ state: 'offline', edited: false, kept: true })).toBe('offline');
  expect(trustName({ state: 'offline', edited: true, kept: true })).toBe('offline-kept');
  expect(trustName({ state: 'offline', edited: true, kept: false })).toBe('offline-lost');
});
