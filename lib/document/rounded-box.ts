import type { Box } from '@/lib/domain/scenario';

/** A box as it is stored: whole numbers, at least one unit wide and high, no negative zero. */
export function roundedBox([x, y, width, height]: Box): number[] {
  return [Math.round(x) + 0, Math.round(y) + 0, Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
}
