import { describe, expect, it } from 'vitest';
import { parseLayouts } from './layout-cookie';

describe('parseLayouts', () => {
  it('reads the sizes of each group', () => {
    const layouts = { main: { network: 60, texts: 40 }, 'with-panel': { main: 70, panel: 30 } };
    expect(parseLayouts(encodeURIComponent(JSON.stringify(layouts)))).toEqual(layouts);
  });

  it('takes nothing from a cookie that makes no sense', () => {
    for (const value of [undefined, '', '%', 'null', '[]', '{"main":{"network":"big"}}', '{"main":{"network":900,"texts":1}}', 'x'.repeat(2_000)]) expect(parseLayouts(value)).toEqual({});
  });
});
