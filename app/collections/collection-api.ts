import { request } from '@/app/scenarios/[id]/panel/agreement-api';
import type { CollectionPlan } from '@/lib/collections/collection';

/** Creates a collection. @throws RequestFailed */
export const createCollection = (body: CollectionPlan & { readonly requestId: string }) => request<{ collection: string }>('POST', '/api/collections', body);

/** The API of one collection; every call may throw `RequestFailed`. */
export function collectionApi(id: string) {
  const base = `/api/collections/${id}`;
  return {
    change: (body: CollectionPlan) => request<unknown>('PUT', base, body),
    takeAway: () => request<unknown>('DELETE', base),
    add: (scenario: string) => request<unknown>('POST', `${base}/scenarios`, { scenario }),
    move: (scenario: string, before: string | null) => request<unknown>('PUT', `${base}/scenarios/${scenario}`, { before }),
    remove: (scenario: string) => request<unknown>('DELETE', `${base}/scenarios/${scenario}`),
  };
}
export type CollectionApi = ReturnType<typeof collectionApi>;
