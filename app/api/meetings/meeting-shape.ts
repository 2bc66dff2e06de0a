import { z } from 'zod';

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
