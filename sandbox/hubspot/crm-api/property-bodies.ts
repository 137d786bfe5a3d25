import * as z from 'zod';
import type { NewProperty } from '../records/define-properties.ts';

/** A property that is to be added. */
export const newProperty = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(['string', 'number', 'date', 'datetime', 'enumeration', 'bool', 'phone_number']),
  fieldType: z.string(),
  groupName: z.string().optional(),
  description: z.string().optional(),
  options: z
    .array(z.object({ label: z.string(), value: z.string(), displayOrder: z.number().int().optional() }))
    .optional(),
  hasUniqueValue: z.boolean().optional(),
  formField: z.boolean().optional(),
  hidden: z.boolean().optional(),
  displayOrder: z.number().int().optional(),
});

/** The same in the portal's words. Without a group it is refused for one that is not there. */
export function newPropertyOf(body: z.infer<typeof newProperty>): NewProperty {
  const { formField, hidden, groupName, options, ...rest } = body;
  return {
    ...stripUndefined(rest),
    groupName: groupName ?? '',
    isFormField: formField ?? false,
    isHidden: hidden ?? false,
    ...(options === undefined ? {} : { options: options.map(stripUndefined) }),
  };
}

type Stripped<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Without the keys that hold nothing. */
function stripUndefined<Value extends object>(value: Value): Stripped<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Stripped<Value>;
}
