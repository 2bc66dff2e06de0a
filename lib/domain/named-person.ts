/** A person as others see who said or signed something: the name and the delegation's code; null for an observer. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly delegation: string | null;
}

/** Stands in place of the name of somebody whose account was erased; the interface says it in the reader's language. */
export const formerParticipant = 'Former participant';
