import { BindingUtil } from 'tldraw';
import { relationEndProps, type RelationEndBinding, type RelationEndProps } from './canvas-shapes';

/**
 * Tells tldraw that a relation depends on the roles at its ends, so that it looks again where the relation is when one of
 * them moves. It never writes: what becomes of a relation without its role is for the document's projection to say.
 */
export class RelationEndBindingUtil extends BindingUtil<RelationEndBinding> {
  static override type = 'relation-end' as const;
  static override props = relationEndProps;

  override getDefaultProps(): Partial<RelationEndProps> {
    return {};
  }
}
