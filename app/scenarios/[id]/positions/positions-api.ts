import type { Stance } from '@/lib/domain/positions';
import type { Change } from '@/lib/domain/scenario';
import type { PositionList, Recorded } from '@/lib/positions/position';
import { request } from '../panel/agreement-api';

/** The API of positions and judgements of one scenario; every call may throw `RequestFailed`. */
export function positionsApi(scenarioId: string) {
  const base = `/api/scenarios/${scenarioId}`;
  return {
    list: () => request<PositionList>('GET', `${base}/positions`),
    set: (body: { stance: Stance; note: string; items: readonly { name: string; hash: string }[]; requestId: string }) => request<Recorded>('POST', `${base}/positions`, body),
    withdraw: (body: { items: readonly string[]; requestId: string }) => request<{ withdrawn: readonly string[] }>('POST', `${base}/positions/withdrawals`, body),
    takeBack: (body: { request: string; requestId: string }) => request<{ takenBack: readonly string[] }>('POST', `${base}/positions/takings-back`, body),
    judge: (body: { item: string; hash: string; change: Change; reason: string; requestId: string }) => request<unknown>('POST', `${base}/judgements`, body),
    withdrawJudgement: (body: { item: string; requestId: string }) => request<unknown>('DELETE', `${base}/judgements`, body),
    itemsOfVersion: async (number: number) => (await request<{ items: readonly { name: string; hash: string }[] }>('GET', `${base}/snapshots/${number}/items`)).items,
  };
}
export type PositionsApi = ReturnType<typeof positionsApi>;
