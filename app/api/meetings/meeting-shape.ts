import { z } from 'zod';
import { entryKinds } from '@/lib/domain/meetings';

/** The plan of a meeting, as the API takes it. What the values may be is the verbs' matter. */
export const planShape = {
  title: z.string(),
  local: z.string(),
  zone: z.string(),
  minutes: z.number(),
  place: z.string().default(''),
  link: z.string().default(''),
  scenarios: z.array(z.string()),
};

/** What a route of one meeting is given. */
export interface MeetingContext {
  readonly params: Promise<{ readonly id: string }>;
}

/** What a route of one point of the agenda is given. */
export interface PointContext {
  readonly params: Promise<{ readonly id: string; readonly point: string }>;
}

/** An entry of the minutes, as the API takes it. */
export const entryShape = {
  kind: z.enum(entryKinds),
  body: z.string(),
  assignee: z.strictObject({ person: z.string().nullable(), name: z.string().default('') }).default({ person: null, name: '' }),
  dueOn: z.string().nullable().default(null),
};
