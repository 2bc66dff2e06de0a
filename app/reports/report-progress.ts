import type { Failure } from '@/app/scenarios/[id]/panel/agreement-api';

/** How far a report is; `waiting`: for so many others (`of`) that are made first. */
export interface ReportProgress {
  readonly stage: 'reading' | 'waiting' | 'making';
  readonly done: number;
  readonly of: number;
}

/**
 * The lines of JSON that come while a report is made (`?progress`); the bytes of the file follow the line that names it. So one
 * answer tells how it goes on and brings the file, and whoever leaves the page has cancelled it, on whichever node it is made.
 */
export type ReportLine = { readonly progress: ReportProgress } | { readonly file: { readonly name: string; readonly type: string; readonly size: number } } | { readonly error: Failure };

export const reportLinesType = 'application/x-ndjson';
