import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './hash-password';

describe('password hashes', () => {
  it('fit the password they were made of, and no other', async () => {
    const hash = await hashPassword('a long enough one');
    expect(await verifyPassword('a long enough one', hash)).toBe(true);
    expect(await verifyPassword('a long enough One', hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  it('hold their costs and a salt of their own', async () => {
    const [one, other] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).not.toBe(other);
    const [scheme, N] = one.split('$');
    expect(scheme).toBe('scrypt');
    expect(Number(N)).toBeGreaterThanOrEqual(2 ** 15);
  });

  it('are read with the costs they were made with', async () => {
    const salt = Buffer.alloc(16, 7);
    const key = scryptSync('of last year', salt, 32, { N: 1024, r: 8, p: 1 });
    const hash = `scrypt$1024$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
    expect(await verifyPassword('of last year', hash)).toBe(true);
    expect(await verifyPassword('of this year', hash)).toBe(false);
  });

  it('that are damaged fit nothing', async () => {
    await expect(verifyPassword('', 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$')).rejects.toThrow('damaged');
  });

  it('take the same password in whatever form it was typed', async () => {
    const hash = await hashPassword('Stra\u00dfenb\u00e4ume');
    expect(await verifyPassword('Stra\u00dfenba\u0308ume', hash)).toBe(true);
  });

  it('answer for nobody, after as much work as for somebody', async () => {
    const hash = await hashPassword('a long enough one');
    const time = async (run: () => Promise<unknown>) => {
      const start = process.hrtime.bigint();
      await run();
      return Number(process.hrtime.bigint() - start) / 1e6;
    };
    const known = Math.min(...[await time(() => verifyPassword('wrong', hash)), await time(() => verifyPassword('wrong', hash))]);
    const unknown = Math.min(...[await time(() => verifyPassword('wrong', null)), await time(() => verifyPassword('wrong', null))]);
    expect(await verifyPassword('wrong', null)).toBe(false);
    expect(unknown).toBeGreaterThan(known / 3);
  });
});
