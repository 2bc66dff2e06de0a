// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepLoading } from './keep-loading';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('tries again until the piece comes, and then no more', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(new Error('offline')).mockResolvedValue('canvas');
  const done = vi.fn();
  keepLoading(load, done);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(3);
  expect(done.mock.calls).toEqual([['canvas']]);
});

it('does not wait once the network is back', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('canvas');
  const done = vi.fn();
  keepLoading(load, done);
  await vi.advanceTimersByTimeAsync(10);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toHaveBeenCalledOnce();
});

it('does nothing any more when stopped', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('offline'));
  keepLoading(load, () => {})();
  await vi.advanceTimersByTimeAsync(60_000);
  window.dispatchEvent(new Event('online'));
  expect(load).toHaveBeenCalledOnce();
});
