import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { movePoint } from '@/lib/meetings/move-point';
import { parkPoint } from '@/lib/meetings/park-point';
import { removePoint } from '@/lib/meetings/remove-point';
import type { PointContext } from '../../../meeting-shape';

const change = z.union([z.strictObject({ before: z.string().nullable() }), z.strictObject({ parked: z.boolean() })]);

/** Moves a point (`before`: the one it comes before; null: to the end), parks it, or takes it up again (`parked`). */
export const PUT = answer(async (request, { params }: PointContext) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, change);
  const { id, point } = await params;
  if ('parked' in input) return parkPoint(database(), actor, { meeting: id, point, ...input });
  return movePoint(database(), actor, { meeting: id, point, ...input });
});

/** Takes a point off the agenda. */
export const DELETE = answer(async (_request, { params }: PointContext) => {
  const { actor } = await actingPerson();
  const { id, point } = await params;
  return removePoint(database(), actor, { meeting: id, point });
});
