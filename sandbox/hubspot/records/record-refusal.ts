/** One thing that is wrong with a request, as HubSpot lists it under `errors`. */
export type RefusalDetail = {
  readonly message: string;
  readonly code?: string;
  readonly in?: string;
  readonly subCategory?: string;
  readonly context?: { readonly [key: string]: readonly string[] };
};

/**
 * The portal does not do what it was asked. It is what an answer of HubSpot's API is made of: the HTTP status, one of its
 * categories and its message. A refusal changes nothing.
 */
export class RecordRefusal extends Error {
  readonly status: number;
  readonly category: string;
  readonly subCategory: string | null;
  readonly errors: readonly RefusalDetail[];
  readonly context: { readonly [key: string]: readonly string[] };

  constructor(
    status: number,
    category: string,
    message: string,
    details: {
      readonly subCategory?: string;
      readonly errors?: readonly RefusalDetail[];
      readonly context?: { readonly [key: string]: readonly string[] };
    } = {},
  ) {
    super(message);
    this.name = 'RecordRefusal';
    this.status = status;
    this.category = category;
    this.subCategory = details.subCategory ?? null;
    this.errors = details.errors ?? [];
    this.context = details.context ?? {};
  }
}

/** What is wrong with the value of one property. */
export type ValueProblem = { readonly property: string; readonly code: string; readonly message: string };

/** The refusal of a write with values that cannot be, all of them named as HubSpot names them. */
export function refuseValues(portalId: number, problems: readonly ValueProblem[]): RecordRefusal {
  const results = problems.map(({ property, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name: property,
    localizedErrorMessage: message,
    portalId,
  }));
  return new RecordRefusal(400, 'VALIDATION_ERROR', `Property values were not valid: ${JSON.stringify(results)}`, {
    errors: problems.map(({ property, code, message }) => ({ message, code, context: { propertyName: [property] } })),
  });
}

/** The refusal of something that is not there. */
export function refuseMissing(): RecordRefusal {
  return new RecordRefusal(404, 'OBJECT_NOT_FOUND', 'resource not found');
}
