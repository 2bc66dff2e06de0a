'use server';

/** tldraw's licence key as configured. It is no secret: the browser needs it, and it serves its own host only. */
export async function licenceKey(): Promise<string | null> {
  return process.env.TLDRAW_LICENSE_KEY || null;
}
