/** A request that is refused as a whole, by an exception of the platform: new Refusal('System.ListException', 'Duplicate id in list: …'). */
export class Refusal extends Error {
  readonly exceptionName: string;

  constructor(exceptionName: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.exceptionName = exceptionName;
  }
}
