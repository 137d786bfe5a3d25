/** A hand-written message: the subject is used only by channels that have one. */
export type Template = readonly [subject: string, text: string];

/** Fills `{slot}` marks; an unknown slot is a mistake in a template, so it stops the generator. */
export function fillSlots(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (mark, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`No value for slot ${mark} in: ${text.slice(0, 60)}`);
    return value;
  });
}
