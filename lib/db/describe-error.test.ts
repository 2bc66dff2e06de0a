import { DrizzleQueryError } from 'drizzle-orm';
import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { describeError } from './describe-error';

const secret = 'what people wrote';

function databaseError(): DatabaseError {
  const error = new DatabaseError(`invalid input: "${secret}"`, 1, 'error');
  return Object.assign(error, { code: '23514', severity: 'ERROR', detail: `Failing row contains (${secret}).`, where: secret, table: 'comments', constraint: 'short' });
}
function syntaxError(): unknown {
  try {
    return JSON.parse(`{ ${secret}`);
  } catch (error) {
    return error;
  }
}

test('says what failed and where, and nothing of what it failed on', () => {
  const described = describeError(new DrizzleQueryError('insert into comments values ($1)', [secret], databaseError()));
  expect(described).toMatchObject({ message: 'insert into comments values ($1)', cause: { type: 'DatabaseError', code: '23514', table: 'comments', constraint: 'short' } });
  expect(described.stack).toContain('describe-error.test.ts');
  expect(described.cause).not.toHaveProperty('message');
  const others = [described, syntaxError(), Object.assign(new TypeError('Invalid URL'), { input: secret }), Object.assign(new Error('x'), { body: { secret } }), new Error('outer', { cause: databaseError() }), secret, { secret }];
  for (const error of others) expect(JSON.stringify(error === described ? described : describeError(error))).not.toContain(secret);
});

test('keeps the message of other errors, cut short, and ends with causes that go in a circle', () => {
  const error: Error = new Error(`late\n    at ${'x'.repeat(1000)}`);
  error.cause = error;
  const described = describeError(error);
  expect(described.message).toHaveLength(301);
  expect(described.stack).not.toContain('xxx');
  expect(JSON.stringify(described).length).toBeLessThan(20_000);
});
