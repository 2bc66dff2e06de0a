import { describe, expect, test } from 'vitest';
import { styleAt } from './use-toolbar-place';

describe('the place of the toolbar', () => {
  const place = { x: 300, y: 200, width: 460, height: 400 };

  test('is beside the selection, and never outside of the canvas, however wide the toolbar', () => {
    const { transform, maxWidth } = styleAt({ ...place, isBelow: false });
    expect(transform).toBe('translate(clamp(4px, calc(300px - 50%), max(4px, calc(456px - 100%))), max(4px, calc(200px - 100%)))');
    expect(maxWidth).toBe(452);
  });

  test('below a selection it stays above the lower edge', () => {
    expect(styleAt({ ...place, isBelow: true }).transform).toContain('min(200px, calc(396px - 100%))');
  });
});
