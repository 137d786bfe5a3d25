/** Where a step takes a value from. */
export type StepValue =
  | { readonly value: string }
  /** Of the enrolled record, as it is when the step begins. */
  | { readonly property: string }
  /** An output of an earlier action, by the place of its step, which counts from 0. */
  | { readonly output: string; readonly ofStep: number };

/** A step of code, which Data Hub has. The file is one module of JavaScript with `exports.main = async (event, callback) => …`. */
export type CodeStep = {
  readonly codeFile: string;
  /** The file's name where it is left out. */
  readonly name?: string;
  readonly inputs?: Readonly<Record<string, StepValue>>;
  /** Names of outputs that later steps can take. */
  readonly outputs?: readonly string[];
  /** Names of the account's secrets, which stand in `process.env`. */
  readonly secrets?: readonly string[];
};

export type WorkflowStep =
  /** An action of an app, by its uid in the project. */
  | { readonly action: string; readonly inputs?: Readonly<Record<string, StepValue>> }
  | CodeStep
  /** HubSpot's own step that sets a property of the record. */
  | { readonly set: string; readonly to: StepValue }
  /** HubSpot's own step that gives the record to one of some users, in turns; ids of users. */
  | { readonly rotateAmong: readonly number[]; readonly overwrites?: boolean }
  | { readonly waitMillis: number };

export type NewWorkflow = {
  readonly name?: string;
  /** `contact`, `company`, `lead`, or a custom object. */
  readonly objectType: string;
  readonly enrolOn:
    | { readonly creation: true }
    /** Any change of the property, or only to one value. */
    | { readonly property: string; readonly value?: string }
    | { readonly manual: true };
  /** Whether a record that was in it before is enrolled again. HubSpot asks for it to be switched on. */
  readonly isReenrolling?: boolean;
  /** It is switched on where it is left out. */
  readonly isEnabled?: boolean;
  readonly steps: readonly WorkflowStep[];
};

export type Workflow = NewWorkflow & {
  readonly workflowId: number;
  readonly portalId: number;
  readonly objectTypeId: string;
  readonly isEnabled: boolean;
  /** How often it was changed. */
  readonly revision: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** What became of a step. */
export type StepOutcome = {
  readonly state: 'succeeded' | 'failed' | 'blocked';
  /** Of the last answer; null where there was none or none was asked for. */
  readonly status: number | null;
  readonly attempts: number;
  readonly callbackId: string | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** Why it failed, in words that name no person. */
  readonly reason: string | null;
};

/** A record on its way through a workflow. */
export type WorkflowRun = {
  readonly runId: number;
  readonly workflowId: number;
  readonly portalId: number;
  readonly objectId: string;
  readonly begunAt: number;
  state: 'running' | 'blocked' | 'done';
  readonly steps: StepOutcome[];
};
