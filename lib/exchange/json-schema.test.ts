import { expect, it } from 'vitest';
import { exchangeJsonSchema } from './json-schema';

it('is what is published (after a change: vitest -u writes it anew)', async () => {
  await expect(`${JSON.stringify(exchangeJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../public/schema/scenario-5.json');
});

it('names no other host than that of the schema language itself', () => {
  const hosts = new Set(JSON.stringify(exchangeJsonSchema()).match(/https?:\/\/[\w.-]+/g));
  expect([...hosts]).toEqual(['https://json-schema.org']);
});
