import { describe, expect, it } from 'vitest';
import type { AssessedEnterprise } from '@/lib/domain/assessed-enterprise';
import { byKey } from '@/lib/domain/by-key';
import { emptyLocalized } from '@/lib/domain/languages';
import { dimensions, type Dimension } from '@/lib/domain/scenario';
import { formatFilter, isFiltering, parseFilter, passes, reasonsIn } from './overview-filter';

const enterprise = (...significant: Dimension[]): AssessedEnterprise => ({ id: 'a', name: emptyLocalized, newInFuture: false, claim: null, cells: byKey(dimensions, (each) => ({ change: significant.includes(each) ? ('significant' as const) : ('none' as const), reasons: [] })) });
const parsed = (query: string) => parseFilter(new URLSearchParams(query));

describe('the filter of an overview', () => {
  it('is what the address says, and says it', () => {
    for (const query of ['', '?origin=CN', '?origin=DE&dimension=value&reason=new-partner&verdict=not-innovated']) expect(formatFilter(parsed(query), new URLSearchParams())).toBe(query);
    expect(formatFilter(parsed('dimension=who'), new URLSearchParams('verdict=open&left=x'))).toBe('?left=x&dimension=who');
    const nonsense = parsed('origin=&dimension=price&verdict=yes');
    expect([nonsense, isFiltering(nonsense)]).toEqual([{ origin: null, dimension: null, reason: null, verdict: null }, false]);
  });

  it('asks for one enterprise that is all of it, not for several that are a part each', () => {
    const scenario = { origin: 'CN', assessed: [enterprise('who', 'what'), enterprise('value')] };
    const shown = (query: string) => passes(scenario, parsed(query));
    expect(['', 'origin=CN', 'dimension=value', 'verdict=innovated', 'dimension=who&verdict=innovated', 'dimension=value&verdict=not-innovated'].map(shown)).toEqual(Array(6).fill(true));
    expect(['origin=DE', 'dimension=how', 'verdict=open', 'dimension=value&verdict=innovated', 'origin=DE&dimension=value'].map(shown)).toEqual(Array(5).fill(false));
  });

  it('asks for a dimension and a reason of the same cell', () => {
    const reason = { id: 'new-partner', label: null };
    const maker = enterprise('how', 'value');
    const scenario = { origin: null, assessed: [{ ...maker, cells: { ...maker.cells, how: { ...maker.cells.how, reasons: [reason] } } }] };
    expect(['reason=new-partner', 'reason=new-partner&dimension=how'].map((query) => passes(scenario, parsed(query)))).toEqual([true, true]);
    expect(['reason=new-partner&dimension=value', 'reason=other', 'reason=new-partner&verdict=open'].map((query) => passes(scenario, parsed(query)))).toEqual([false, false, false]);
    expect(reasonsIn([scenario, { assessed: null }, scenario])).toEqual([reason]);
  });

  it('finds nothing in what is not kept yet, unless nothing of it is asked', () => {
    expect(passes({ origin: null, assessed: null }, parsed('verdict=innovated'))).toBe(false);
    expect(passes({ origin: null, assessed: null }, parsed(''))).toBe(true);
  });
});
