import { notFound } from 'next/navigation';
import { AccordError } from '@/lib/domain/errors';

/** For pages: what was found; for what does not exist, or not for this reader, the page that says so. */
export async function unlessMissing<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AccordError && error.code === 'not-found') notFound();
    throw error;
  }
}
