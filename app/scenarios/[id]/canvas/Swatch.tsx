'use client';
import { useEnterpriseColour } from './shapes/use-enterprise-colour';

/** A little role in an enterprise's colour; -1: white. */
export function Swatch({ colour }: { readonly colour: number }) {
  const { fill, stroke } = useEnterpriseColour(colour);
  return <span aria-hidden className="inline-block h-3 w-4.5 shrink-0 rounded-[2px]" style={{ background: fill, border: `1.5px solid ${stroke}` }} />;
}
