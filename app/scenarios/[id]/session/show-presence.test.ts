import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { presenceSender } from './show-presence';

describe('presenceSender', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('merges, and sends at most thirty times a second, the last word always', () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState({ user: 'me' });
    let sent = 0;
    awareness.on('update', () => sent++);
    const { show } = presenceSender(awareness);
    for (let ms = 0; ms < 1_000; ms++) {
      show({ pointer: { phase: 'before', x: ms, y: 0 } });
      if (ms === 500) show({ part: 'network' });
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    expect(sent).toBeLessThanOrEqual(31);
    expect(sent).toBeGreaterThan(20);
    expect(awareness.getLocalState()).toEqual({ user: 'me', part: 'network', pointer: { phase: 'before', x: 999, y: 0 } });
  });

  it('says nothing any more once stopped', () => {
    const awareness = new Awareness(new Y.Doc());
    const { show, stop } = presenceSender(awareness);
    show({ part: 'a' });
    show({ part: 'b' });
    stop();
    vi.advanceTimersByTime(1_000);
    expect(awareness.getLocalState()).toEqual({ part: 'a' });
  });
});
