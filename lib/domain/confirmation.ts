/** That somebody has just shown again who they are (`confirmPassword`): what can't be taken back asks for one. */
export interface Confirmation {
  readonly person: string;
}
