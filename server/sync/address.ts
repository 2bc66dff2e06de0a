import { isUuid } from '@/lib/db/rights';
import { epochParameter, newsParameter } from '@/lib/sync/messages';

/** What the address of a socket says. */
export interface SyncAddress {
  /** Null if the path names none. */
  readonly scenario: string | null;
  readonly news: boolean;
  readonly epoch: number | null;
}

/** Reads `/sync/<scenario>?news=1&epoch=2`. */
export function parseAddress(url: string | undefined): SyncAddress {
  const { pathname, searchParams } = new URL(url ?? '/', 'http://localhost');
  const name = pathname.split('/')[2] ?? '';
  const epoch = searchParams.get(epochParameter);
  return {
    scenario: isUuid(name) ? name.toLowerCase() : null,
    news: searchParams.get(newsParameter) === '1',
    epoch: epoch !== null && /^\d{1,9}$/.test(epoch) ? Number(epoch) : null,
  };
}
