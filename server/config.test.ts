import { expect, test } from 'vitest';
import { readConfig } from './config';

test('what nobody sets has the defaults of the operating contract', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: undefined, address: 'http://localhost:3000', logLevel: 'info' });
  expect(readConfig({}).dataDir).toBe(`${process.cwd()}/.data`);
});

test('an empty value counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', NEXTAUTH_SECRET: '' })).toEqual(readConfig({}));
});

test('the address follows the port unless it is given, and has no slash at its end', () => {
  expect(readConfig({ PORT: '8080' }).address).toBe('http://localhost:8080');
  expect(readConfig({ NEXTAUTH_URL: 'https://accord.example.org/' }).address).toBe('https://accord.example.org');
});
