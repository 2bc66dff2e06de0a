import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress, partOfItem, type Address } from './address';

const nothing: Address = { part: null, phase: null, sides: false, item: null, panel: null, thread: null, comment: null };
const parse = (query: string): Address => parseAddress(new URLSearchParams(query));

describe('a workspace address', () => {
  it('is the same after writing and reading', () => {
    const address: Address = { part: 'outline', phase: 'after', sides: true, item: 'cell:9a:who', panel: 'comments', thread: 'b1f0-22', comment: 'c2' };
    const query = formatAddress(address, new URLSearchParams());
    expect(query).toBe('?part=outline&phase=after&sides=1&item=cell:9a:who&panel=comments&thread=b1f0-22&comment=c2');
    expect(parse(query)).toEqual(address);
  });

  it('says nothing by an empty query, and keeps what others put there', () => {
    expect(formatAddress(nothing, new URLSearchParams())).toBe('');
    expect(formatAddress({ ...nothing, phase: 'after' }, new URLSearchParams('x=1&part=figure'))).toBe('?x=1&phase=after');
  });

  it('ignores what makes no sense', () => {
    expect(parse('part=kitchen&phase=later&sides=both&item=<script>&panel=x&thread=a b')).toEqual(nothing);
    expect(parse('')).toEqual(nothing);
  });

  it('opens the comments for a thread', () => {
    expect(parse('thread=t1')).toEqual({ ...nothing, panel: 'comments', thread: 't1' });
    expect(parse('comment=c1')).toEqual({ ...nothing, panel: 'comments', comment: 'c1' });
  });

  it('knows where an item is at home', () => {
    expect(partOfItem('role:a', 'outline')).toBe('outline');
    expect(partOfItem('cell:a:who', 'network')).toBe('assessment');
    expect(partOfItem('section:description:zh', 'network')).toBe('wording');
    expect(partOfItem('scenario', 'network')).toBeNull();
  });
});
