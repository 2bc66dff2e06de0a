import { request } from '@/app/scenarios/[id]/panel/agreement-api';
import type { EntryKind } from '@/lib/domain/meetings';
import type { MeetingPlan } from '@/lib/meetings/meeting';
import type { MeetingOpenItems } from './open-items-of';
import type { PointItem } from './point-item';

/** What stands in an entry of the minutes. */
export interface EntryBody {
  readonly kind: EntryKind;
  readonly body: string;
  readonly assignee: { readonly person: string | null; readonly name: string };
  readonly dueOn: string | null;
}

export type PlanBody = MeetingPlan & { readonly scenarios: readonly string[] };

/** Plans a meeting. @throws RequestFailed */
export const planMeeting = (body: PlanBody & { readonly requestId: string }) => request<{ meeting: string }>('POST', '/api/meetings', body);

/** The API of one meeting; every call may throw `RequestFailed`. */
export function meetingApi(id: string) {
  const base = `/api/meetings/${id}`;
  return {
    change: (body: PlanBody & { readonly planVersion: number }) => request<unknown>('PUT', base, body),
    take: (step: 'begin' | 'end' | 'cancel') => request<unknown>('POST', `${base}/course`, { step }),
    present: (body: { person: string | null; onlyPresenterEdits: boolean }) => request<unknown>('PUT', `${base}/presenter`, body),
    recordAttendance: (body: { person: string | null; name: string; delegation: string | null; room: string; requestId: string }) => request<unknown>('POST', `${base}/attendances`, body),
    removeAttendance: (attendance: string) => request<unknown>('DELETE', `${base}/attendances/${attendance}`),
    openItems: () => request<MeetingOpenItems>('GET', `${base}/open-items`),
    addPoints: (body: { scenario: string | null; items?: readonly string[]; title?: string; requestId: string }) => request<unknown>('POST', `${base}/points`, body),
    movePoint: (point: string, before: string | null) => request<unknown>('PUT', `${base}/points/${point}`, { before }),
    parkPoint: (point: string, parked: boolean) => request<unknown>('PUT', `${base}/points/${point}`, { parked }),
    removePoint: (point: string) => request<unknown>('DELETE', `${base}/points/${point}`),
    readItem: (point: string) => request<PointItem>('GET', `${base}/points/${point}/item`),
    addEntry: (point: string, body: EntryBody & { requestId: string }) => request<unknown>('POST', `${base}/points/${point}/entries`, body),
    correctEntry: (point: string, entry: string, body: EntryBody & { version: number }) => request<unknown>('PUT', `${base}/points/${point}/entries/${entry}`, body),
    removeEntry: (point: string, entry: string) => request<unknown>('DELETE', `${base}/points/${point}/entries/${entry}`),
  };
}
export type MeetingApi = ReturnType<typeof meetingApi>;
