import type { RelationKind } from '@/lib/domain/scenario';

/** How relations of a kind are drawn; the kinds differ in line and head, not in colour alone. */
export function relationLook(kind: RelationKind | null): { readonly stroke: string; readonly dash?: string; readonly width: number; readonly isHollow: boolean } {
  switch (kind) {
    case 'product':
      return { stroke: 'var(--ink)', width: 2, isHollow: false };
    case 'data':
      return { stroke: 'var(--accent)', dash: '7 5', width: 2, isHollow: true };
    case null:
      return { stroke: 'var(--soft)', dash: '1 4', width: 1.5, isHollow: true };
  }
}
