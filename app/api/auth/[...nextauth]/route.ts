import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/sessions/auth-options';

type Context = { readonly params: Promise<{ nextauth: string[] }> };

const answer = NextAuth(authOptions) as (request: NextRequest, context: Context) => Promise<Response>;

/** next-auth answers every failed sign-in with 401; being throttled has a status of its own, and says how long it lasts. */
function withThrottleStatus(response: Response, failure: string | null): Response {
  const seconds = /^too-many-attempts:(\d+)$/.exec(failure ?? '')?.[1];
  if (!seconds) return response;
  const headers = new Headers(response.headers);
  headers.set('Retry-After', seconds);
  return new Response(response.body, { status: 429, headers });
}

async function failureOf(response: Response): Promise<string | null> {
  if (response.status !== 401) return null;
  const body: unknown = await response.clone().json().catch(() => null);
  const url = typeof body === 'object' && body !== null && 'url' in body ? body.url : null;
  return typeof url === 'string' ? new URL(url, 'http://localhost').searchParams.get('error') : null;
}

export const GET = answer;

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  // next-auth would let what is no JSON end in a server error.
  const says = request.headers.get('content-type')?.includes('application/json');
  if (says && !(await request.clone().json().then(() => true, () => false))) return new Response(null, { status: 400 });
  const response = await answer(request, context);
  return withThrottleStatus(response, await failureOf(response));
}
