/** Thrown where the quick reader is not sure of what it sees. */
export class InDoubt extends Error {}

const doubt = new InDoubt('The source has to be read by the grammar.');

/** Leaves the source to the grammar. */
export function inDoubt(): never {
  throw doubt;
}
