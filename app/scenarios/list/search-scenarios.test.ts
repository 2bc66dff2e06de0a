import { describe, expect, it } from 'vitest';
import { searchScenarios } from './search-scenarios';

const scenario = (en: string, zh = '', bestPractice: string | null = null) => ({ title: { en, de: '', zh }, origin: 'DE', bestPractice, here: [{ id: '1', name: 'Jörg', delegation: 'DE' }] });
const all = [scenario('Crane leasing', '起重机租赁'), scenario('Sheet metal', '', 'Order-controlled production')];
const found = (query: string) => searchScenarios(all, query).map(({ title }) => title.en);

describe('searchScenarios', () => {
  it('finds by any language, by best practice and by who is there, every word', () => {
    expect(found('起重')).toEqual(['Crane leasing']);
    expect(found('ORDER production')).toEqual(['Sheet metal']);
    expect(found('order crane')).toEqual([]);
    expect(found('jorg')).toEqual(['Crane leasing', 'Sheet metal']);
  });

  it('finds everything by nothing', () => {
    expect(searchScenarios(all, '  ')).toBe(all);
  });
});
