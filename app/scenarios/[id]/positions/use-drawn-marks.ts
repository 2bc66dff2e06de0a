'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Board } from './board';
import { useFromBoard } from './PositionsProvider';
import { noSign, staleSign, stanceSigns } from './stance-signs';

/** Item name and, of each side, its code and sign: a text, so that it stays the same as long as it says the same. */
function signsOf({ items }: Board): string {
  const spoken = items.filter(({ said }) => said.some(({ position }) => position));
  return JSON.stringify(
    spoken.map(({ name, said }) => [name, said.map(({ side, position, isStale }) => [side.code, `${position ? stanceSigns[position.stance] : noSign}${isStale ? staleSign : ''}`])]),
  );
}

/** What the delegations say of items of which anybody has said something, as figures draw it: `DE ✓ · CN –` by item name. */
export function useDrawnMarks(): ReadonlyMap<string, string> {
  const codes = useTranslations('ui.delegation');
  const signs = useFromBoard(signsOf);
  return useMemo(() => {
    const items = JSON.parse(signs ?? '[]') as [name: string, said: [code: string, sign: string][]][];
    const short = (code: string): string => (code === 'DE' || code === 'CN' ? codes(code) : code);
    return new Map(items.map(([name, said]) => [name, said.map(([code, sign]) => `${short(code)} ${sign}`).join(' · ')]));
  }, [signs, codes]);
}
