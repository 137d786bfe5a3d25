import * as z from 'zod';

/** What HubSpot says when it refuses, without any word that could be somebody's: names of properties, codes and scopes only. */
export type Refusal = {
  /** Empty where HubSpot gave none. */
  readonly category: string;
  readonly subCategory: string;
  /** Of 429: which limit it was. */
  readonly policyName: string;
  readonly correlationId: string | null;
  /** Such as `lifecyclestage INVALID_OPTION` or `crm.objects.leads.read`. */
  readonly particulars: readonly string[];
};

const text = z.string().catch('');
const context = z.record(z.string(), z.unknown()).catch({});
const faults = z.array(z.looseObject({ code: text, context })).catch([]);

// HubSpot asks to take every field as optional.
const refusalSchema = z
  .looseObject({
    category: text,
    subCategory: text,
    policyName: text,
    correlationId: z.string().nullable().catch(null),
    message: text,
    context,
    errors: faults,
  })
  .catch({ category: '', subCategory: '', policyName: '', correlationId: null, message: '', context: {}, errors: [] });

const invalidValues = z.array(z.looseObject({ name: text, error: text })).catch([]);

/** Reads a refusal from the text of an answer, or from an entry of a batch's errors. Never fails: what is not there is empty. */
export function readRefusal(answer: unknown): Refusal {
  const { category, subCategory, policyName, correlationId, message, context, errors } = refusalSchema.parse(
    typeof answer === 'string' ? jsonOf(answer) : answer,
  );
  const said = [
    ...particularsOf('', context),
    ...errors.flatMap((fault) => particularsOf(fault.code, fault.context)),
    ...valuesOf(message).map((value) => joined(safe(value.name), safe(value.error))),
  ];
  return {
    category: safe(category),
    subCategory: safe(subCategory),
    policyName: safe(policyName),
    correlationId,
    particulars: [...new Set(said)].filter((one) => one !== '').slice(0, mostParticulars),
  };
}

const mostParticulars = 10;

function particularsOf(code: string, context: Readonly<Record<string, unknown>>): string[] {
  const names = namingFields.flatMap((field) => {
    const value = context[field];
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string').map(safe);
  });
  return names.length === 0 ? [safe(code)] : names.map((name) => joined(name, safe(code)));
}

// The only parts of a context that name something of the portal's set-up. Others may hold what somebody typed.
const namingFields = ['propertyName', 'requiredGranularScopes', 'requiredScopes', 'missingScopes'];

// "Property values were not valid: [{"name":"email","error":"INVALID_EMAIL","message":…}]". The messages repeat the values.
function valuesOf(message: string): { name: string; error: string }[] {
  const begin = message.indexOf('[{');
  return begin < 0 ? [] : invalidValues.parse(jsonOf(message.slice(begin)));
}

function jsonOf(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
}

/** Internal names, codes and scopes have no other characters. What has is left out, for it may be a person's. */
function safe(name: string): string {
  return /^[A-Za-z0-9_.-]{1,100}$/.test(name) ? name : '';
}

function joined(name: string, code: string): string {
  return `${name} ${code}`.trim();
}
