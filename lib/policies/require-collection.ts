import { AccordError } from '@/lib/domain/errors';
import { can, type Action, type Actor, type CollectionSubject } from './can';

/** The actions that concern one collection. */
export type CollectionAction = Exclude<Extract<Action, `collection.${string}`>, 'collection.create'>;

/**
 * Lets pass who may do `action` in the collection.
 * @throws not-found to those who may not even read it; forbidden to all others
 */
export function requireCollection(actor: Actor, action: CollectionAction, collection: CollectionSubject): void {
  if (!can(actor, 'collection.read', collection)) throw new AccordError('not-found');
  if (!can(actor, action, collection)) throw new AccordError('forbidden');
}
