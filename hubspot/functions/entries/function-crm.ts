import type { KnownSchema, SchemaDefinition } from '../../handlers/crm/crm.ts';
import { RecordCrm } from '../../handlers/crm/record-crm.ts';
import { LocalCallBudget, type Flow } from '../../handlers/crm/local-call-budget.ts';
import type { CallKind } from '../../handlers/crm/call-budget.ts';
import { apiUrlOf, tokenOf, type Environment } from './environment.ts';

/**
 * An app of a company's own has 190 calls in ten seconds on Enterprise and 5 searches a second for the whole account. One
 * invocation keeps well below; several at once are told to wait by HubSpot.
 */
const flows: Readonly<Record<CallKind, Flow>> = {
  general: { limit: 150, windowMillis: 10_000, burst: 60 },
  search: { limit: 5, windowMillis: 1_000, burst: 4 },
};

/** A call ends before the function does, so that there is time to say so. */
const timeoutMillis = 5_000;
const deadlineMillis = 7_000;
const mostTries = 4;

/** The portal's CRM for one invocation: object types are asked for once. */
export class FunctionCrm extends RecordCrm {
  #known: Promise<KnownSchema[]> | null = null;

  constructor(environment: Environment) {
    const token = tokenOf(environment);
    super({
      token: () => Promise.resolve(token),
      budget: new LocalCallBudget(flows),
      baseUrl: apiUrlOf(environment),
      timeoutMillis,
      deadlineMillis,
      mostTries,
    });
  }

  override listSchemas(): Promise<KnownSchema[]> {
    this.#known ??= super.listSchemas();
    return this.#known;
  }

  override async createSchema(definition: SchemaDefinition): Promise<KnownSchema> {
    this.#known = null;
    try {
      return await super.createSchema(definition);
    } finally {
      this.#known = null;
    }
  }
}
