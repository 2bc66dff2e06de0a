import { request } from '@/app/scenarios/[id]/panel/agreement-api';
import type { MeetingPlan } from '@/lib/meetings/meeting';

export type PlanBody = MeetingPlan & { readonly scenarios: readonly string[] };

/** Plans a meeting. @throws RequestFailed */
export const planMeeting = (body: PlanBody & { readonly requestId: string }) => request<{ meeting: string }>('POST', '/api/meetings', body);

/** The API of one meeting; every call may throw `RequestFailed`. */
export function meetingApi(id: string) {
  const base = `/api/meetings/${id}`;
  return {
    change: (body: PlanBody & { readonly planVersion: number }) => request<unknown>('PUT', base, body),
    take: (step: 'begin' | 'end' | 'cancel') => request<unknown>('POST', `${base}/course`, { step }),
  };
}
export type MeetingApi = ReturnType<typeof meetingApi>;
