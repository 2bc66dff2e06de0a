'use client';
import { useState } from 'react';
import { newRequestId } from './agreement-api';

export interface RequestIds {
  /** The id of the request that asks for this. */
  idOf(what: unknown): string;
  /** What was asked for last is done: the same asked again is something new. */
  done(): void;
}

/**
 * Ids for what is asked of the server: the same one for the same asked again, since it may have arrived although its answer
 * did not; another one for anything else, or the server would take it for what it has done already.
 */
export function useRequestIds(): RequestIds {
  const [ids] = useState((): RequestIds => {
    let last: { readonly what: string; readonly id: string } | null = null;
    return {
      idOf(what) {
        const asked = JSON.stringify(what);
        if (last?.what !== asked) last = { what: asked, id: newRequestId() };
        return last.id;
      },
      done: () => void (last = null),
    };
  });
  return ids;
}
