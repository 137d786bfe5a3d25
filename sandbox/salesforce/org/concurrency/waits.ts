import { Uncatchable } from '../../apex/run/apex-object.ts';

/** Ends a transaction that would have to wait for another's lock: it leaves nothing behind and runs again when that one has ended. */
export class Waits extends Uncatchable {
  constructor(id: string) {
    super(`The transaction waits for the record ${id}, which another one has locked.`);
    this.name = 'Waits';
  }
}
