import { expect, it } from 'vitest';
import { figureToPdf, figureToPng } from './figure-image';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="85" height="17" viewBox="0 0 85 17"><rect x="0" y="0" width="85" height="17" fill="#58a484"/></svg>';

it('draws a figure with 300 dots an inch at 170 mm, and says so, one after the other for one reader', async () => {
  const { signal } = new AbortController();
  for (const png of [await figureToPng(svg, signal), await figureToPng(svg, signal)]) {
    const bytes = Buffer.from(png);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2007, 401]);
    expect(bytes.readUInt32BE(bytes.indexOf('pHYs') + 4)).toBe(11806); // dots a metre: 299.9 an inch
  }
});

it('draws nothing for a reader who has gone', async () => {
  await expect(figureToPng(svg, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});

it('is a page of the figure’s shape as PDF', async () => {
  const pdf = Buffer.from(await figureToPdf(svg, 'Figure')).toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toMatch(/\/MediaBox \[0 0 481\.88\d* 96\.37\d*\]/);
});
