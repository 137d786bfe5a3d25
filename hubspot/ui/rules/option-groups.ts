import * as z from 'zod';

const sources = z.record(z.string(), z.array(z.string()));
const extras = z.record(z.string(), z.string());

/** Of the option `sources`: the properties of each field, in the order in which they are asked. Empty where it does not read. */
export function readSources(text: string | null): z.infer<typeof sources> {
  return readJson(sources, text) ?? {};
}

/** Of the option `extras`: the property of each field that the policy adds. Empty where it does not read. */
export function readExtras(text: string | null): z.infer<typeof extras> {
  return readJson(extras, text) ?? {};
}

function readJson<Value>(form: z.ZodType<Value>, text: string | null): Value | null {
  try {
    const read = form.safeParse(JSON.parse(text ?? '{}'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
