import { expect, it } from 'vitest';
import { dimensions, emptyCell, type Cell, type Change, type Dimension } from './scenario';
import { verdictOf, type Verdict } from './verdict';

const cells = (...changes: (Change | null)[]): Record<Dimension, Cell> =>
  Object.fromEntries(dimensions.map((dimension, index) => [dimension, { ...emptyCell, change: changes[index] ?? null }])) as Record<Dimension, Cell>;

it.each<[string, Record<Dimension, Cell>, Verdict]>([
  ['two significant dimensions suffice', cells('significant', 'significant', 'none', 'none'), 'innovated'],
  ['whatever is still to be judged', cells('significant', 'significant', null, null), 'innovated'],
  ['one does not', cells('significant', 'none', 'none', 'not-applicable'), 'not-innovated'],
  ['one and one open could', cells('significant', null, 'none', 'none'), 'open'],
  ['two open could', cells(null, null, 'none', 'none'), 'open'],
  ['one open alone could not', cells(null, 'none', 'none', 'none'), 'not-innovated'],
  ['nothing judged is open', cells(null, null, null, null), 'open'],
  ['not applicable counts as no change', cells('not-applicable', 'not-applicable', 'not-applicable', 'not-applicable'), 'not-innovated'],
])('%s', (_, row, verdict) => {
  expect(verdictOf(row)).toBe(verdict);
});
