/** What crosses between worker, page and server: JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export type FetchMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What an extension hands to `hubspot.fetch`, already checked against the permitted addresses. */
export type HostFetchRequest = {
  readonly url: string;
  readonly method: FetchMethod;
  /** Milliseconds the extension is willing to wait; null where it does not say. */
  readonly timeout: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; null where there is none. */
  readonly body: JsonValue | null;
};

export type HostFetchResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came. */
  readonly text: string;
};

export type ServerlessCall = {
  readonly parameters: JsonValue;
  /** Names of properties of the record whose values the function gets. */
  readonly propertiesToSend: readonly string[];
};

/** How values are to be written for a reader; handed on as the extension gave it. */
export type FormatWishes = {
  readonly propertiesToFormat: readonly string[] | 'all';
  readonly formattingOptions: JsonValue;
};

export type PropertyValues = Readonly<Record<string, string | null>>;

export type AssociationsRequest = {
  readonly toObjectType: string;
  readonly properties: readonly string[];
  readonly pageLength: number;
  readonly offset: number;
};

export type AssociationsPage = {
  readonly results: readonly {
    readonly toObjectId: number;
    readonly associationTypes: readonly { category: string; typeId: number; label: string }[];
    readonly properties: PropertyValues;
  }[];
  readonly hasMore: boolean;
  readonly nextOffset: number;
};

export type CrmSearchRequest = {
  readonly objectType: string;
  readonly properties: readonly string[];
  readonly query: string | null;
  readonly filterGroups: JsonValue;
  readonly sorts: JsonValue;
  readonly pageLength: number;
  readonly after: string | null;
};

export type CrmSearchPage = {
  readonly results: readonly { readonly objectId: number; readonly properties: PropertyValues }[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly after?: string;
};

/**
 * What stands behind an extension: whoever embeds the host gives it, one for each opened frame. It knows which portal,
 * record and user the frame is for, so nothing that comes from the browser has to say so. Whatever it throws reaches the
 * extension as a failed call with the message.
 */
export type HostPorts = {
  /** `hubspot.fetch`. The embedder signs the request and sends it on. */
  fetch(request: HostFetchRequest): Promise<HostFetchResponse>;
  /** `hubspot.serverless`: runs the app function of that name and gives what it returns. */
  serverless(name: string, call: ServerlessCall): Promise<JsonValue>;
  /** Values of the record that the frame is for; '*' asks for all. */
  crmProperties(names: readonly string[] | '*', wishes: FormatWishes): Promise<PropertyValues>;
  /** Records that are associated with it. */
  associations(request: AssociationsRequest, wishes: FormatWishes): Promise<AssociationsPage>;
  /** Records of any type. */
  crmSearch(request: CrmSearchRequest, wishes: FormatWishes): Promise<CrmSearchPage>;
  /** `formatCrmProperties`: the same rows with values as a reader sees them. */
  formatProperties(
    objectType: string,
    rows: readonly PropertyValues[],
    options: JsonValue,
  ): Promise<readonly PropertyValues[]>;
};

/** The name of a port, as the page asks for it. */
export type PortName = keyof HostPorts;
