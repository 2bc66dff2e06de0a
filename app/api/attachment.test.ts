import { expect, it } from 'vitest';
import { attachment } from './attachment';

it('names a file readably, in any script, and plainly for old clients', () => {
  expect(attachment('SANY.json')).toBe(`attachment; filename="SANY.json"; filename*=UTF-8''SANY.json`);
  expect(attachment('三一重工.json')).toBe(`attachment; filename="scenario.json"; filename*=UTF-8''${encodeURIComponent('三一重工')}.json`);
  expect(attachment('Frästeile (2).json')).toBe(`attachment; filename="Frasteile (2).json"; filename*=UTF-8''Fr%C3%A4steile%20%282%29.json`);
});

it('lets nobody write another header', () => {
  const header = attachment('a"\r\nset-cookie: x=1\\;.json');
  expect(header).not.toMatch(/[\r\n\\]/);
  expect(header.match(/"/g)).toHaveLength(2);
  expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
  expect(() => attachment('\ud800.json')).not.toThrow();
});
