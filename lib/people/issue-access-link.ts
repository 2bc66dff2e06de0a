import { and, eq, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { accessLinks } from '@/lib/db/schema/people';
import { hashAccessToken, newAccessToken } from './access-token';

const lifetimeHours = { invitation: 14 * 24, reset: 24, 'first-administrator': 24 } as const;

export interface IssuedLink {
  /** The secret; it is nowhere kept and can be shown only now. */
  readonly token: string;
  readonly purpose: keyof typeof lifetimeHours;
  readonly expiresAt: Date;
}

/**
 * Makes a link inside the transaction of the verb that needs one. A person's earlier unspent links lose their power; first
 * administrator's links (no person) stand side by side, since several processes may start at once. What was spent or has
 * expired, whoever's it was, goes: it opens nothing any more, and the audit knows of it.
 */
export async function issueAccessLink(tx: Transaction, purpose: IssuedLink['purpose'], personId: string | null): Promise<IssuedLink> {
  await tx.delete(accessLinks).where(or(isNotNull(accessLinks.spentAt), lte(accessLinks.expiresAt, new Date())));
  if (personId !== null) await tx.delete(accessLinks).where(and(eq(accessLinks.personId, personId), isNull(accessLinks.spentAt)));
  const token = newAccessToken();
  const expiresAt = new Date(Date.now() + lifetimeHours[purpose] * 60 * 60 * 1000);
  await tx.insert(accessLinks).values({ tokenHash: hashAccessToken(token), purpose, personId, expiresAt });
  return { token, purpose, expiresAt };
}
