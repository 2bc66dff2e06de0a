'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { accessLinkPath } from '@/lib/people/access-token';
import { addDelegation as addDelegationVerb } from '@/lib/people/add-delegation';
import { createResetLink as createResetLinkVerb } from '@/lib/people/create-reset-link';
import { disablePerson } from '@/lib/people/disable-person';
import { enablePerson } from '@/lib/people/enable-person';
import { erasePerson as erasePersonVerb } from '@/lib/people/erase-person';
import { invitePerson as invitePersonVerb } from '@/lib/people/invite-person';
import type { IssuedLink } from '@/lib/people/issue-access-link';
import { renamePerson } from '@/lib/people/rename-person';
import { setAdministrator } from '@/lib/people/set-administrator';
import { setDelegation } from '@/lib/people/set-delegation';
import { setHead } from '@/lib/people/set-head';
import { setMayCreateScenarios } from '@/lib/people/set-may-create-scenarios';
import { setSpeaker } from '@/lib/people/set-speaker';
import { actionResult, type ActionResult } from '../action-result';
import { actingPerson } from '../session';

/** A link as the page shows it, once. */
export interface ShownLink {
  readonly url: string;
  readonly purpose: IssuedLink['purpose'];
  readonly expiresAt: Date;
}

const text = z.string().max(1000);
const changes = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('disabled'), value: z.boolean() }),
  z.object({ kind: z.literal('name'), value: text }),
  z.object({ kind: z.literal('delegation'), value: text.nullable() }),
  z.object({ kind: z.literal('head'), value: z.boolean() }),
  z.object({ kind: z.literal('speaker'), value: z.boolean() }),
  z.object({ kind: z.literal('administrator'), value: z.boolean() }),
  z.object({ kind: z.literal('may-create-scenarios'), value: z.boolean() }),
]);
export type PersonChange = z.infer<typeof changes>;

function parse<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new AccordError('bad-request');
  return parsed.data;
}

function shown(link: IssuedLink): ShownLink {
  const address = process.env.NEXTAUTH_URL;
  if (!address) throw new Error('NEXTAUTH_URL is not set');
  return { url: new URL(accessLinkPath(link.token), address).href, purpose: link.purpose, expiresAt: link.expiresAt };
}

/** Runs one verb as whoever is signed in, and shows the page as it is afterwards. */
async function manage<T>(run: (actor: Awaited<ReturnType<typeof actingPerson>>['actor']) => Promise<T>): Promise<ActionResult<T>> {
  return actionResult(async () => {
    const value = await run((await actingPerson()).actor);
    revalidatePath('/admin');
    return value;
  });
}

export async function changePerson(personId: string, change: PersonChange): Promise<ActionResult> {
  return manage((actor) => {
    const id = parse(text, personId);
    const { kind, value } = parse(changes, change);
    const db = database();
    switch (kind) {
      case 'disabled':
        return value ? disablePerson(db, actor, id) : enablePerson(db, actor, id);
      case 'name':
        return renamePerson(db, actor, id, value);
      case 'delegation':
        return setDelegation(db, actor, id, value);
      case 'head':
        return setHead(db, actor, id, value);
      case 'speaker':
        return setSpeaker(db, actor, id, value);
      case 'administrator':
        return setAdministrator(db, actor, id, value);
      case 'may-create-scenarios':
        return setMayCreateScenarios(db, actor, id, value);
    }
  });
}

const invitation = z.object({ name: text, email: text, delegationId: text.nullable() });
export async function invitePerson(input: z.infer<typeof invitation>): Promise<ActionResult<ShownLink>> {
  return manage(async (actor) => shown((await invitePersonVerb(database(), actor, parse(invitation, input))).link));
}

/** Erases somebody's account for good. */
export async function erasePerson(personId: string): Promise<ActionResult> {
  return manage((actor) => erasePersonVerb(database(), actor, parse(text, personId)));
}

export async function createResetLink(personId: string): Promise<ActionResult<ShownLink>> {
  return manage(async (actor) => shown(await createResetLinkVerb(database(), actor, parse(text, personId))));
}

const delegation = z.object({ code: text, name: z.object({ en: text, de: text, zh: text }) });
export async function addDelegation(input: z.infer<typeof delegation>): Promise<ActionResult> {
  return manage(async (actor) => {
    await addDelegationVerb(database(), actor, parse(delegation, input));
  });
}
