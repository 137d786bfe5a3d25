/** A workflow that the portal cannot have. Codes: WFL001 plan, WFL002 object type, WFL003 action, WFL004 property, WFL005 input. */
export class WorkflowError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'WorkflowError';
    this.code = code;
  }
}
