/**
 * One engine with the sixty rules loaded. `choose` asks it for the leads from `start` up to `end`, one after the other,
 * and notes the position of the first rule that fits; -1 when none does.
 */
export type Chooser = {
  name: string;
  choose: (start: number, end: number) => void | Promise<void>;
  chosen: Int32Array;
};

export const noRule = -1;
