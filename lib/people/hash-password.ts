import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** Costs by OWASP's password storage cheat sheet (scrypt, 32 MiB); stored with each hash, so that they can rise later. */
const costs = { N: 2 ** 15, r: 8, p: 3 } as const;
const keyLength = 32;

function derive(password: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed on another keyboard or input method is the same password.
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** @returns `scrypt$N$r$p$salt$key`, salt and key in base64url */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, costs);
  return ['scrypt', costs.N, costs.r, costs.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

// Nobody's password: compared with where there is no account, so that the answer takes as long as for one that exists.
const decoy = `scrypt$${costs.N}$${costs.r}$${costs.p}$${randomBytes(16).toString('base64url')}$${randomBytes(keyLength).toString('base64url')}`;

/**
 * True if `password` is the one that `hash` was made of. Takes the same time whether it is or not, and without a hash.
 * @param hash of `hashPassword`; null where there is no account or no password yet
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = (hash ?? decoy).split('$');
  if (scheme !== 'scrypt' || !N || !r || !p || !salt || !key) throw new Error('a stored password hash is damaged');
  const expected = Buffer.from(key, 'base64url');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return derived.length === expected.length && timingSafeEqual(derived, expected) && hash !== null;
}
