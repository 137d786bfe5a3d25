import { LiteralContext } from '@apexdevtools/apex-parser';
import type { Hit, Lint } from './apex-file.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Ids differ from org to org. */
export const noHardCodedId: Lint = {
  code: 'APC032',
  find: (file): Hit[] =>
    file.nodes
      .filter((node) => node instanceof LiteralContext && isRecordId(node.getText().replace(/^'|'$/g, '')))
      .map((node) => ({
        node,
        cause: `${node.getText()} is the id of a record, which is another one in every org.`,
        next: 'look the record up by a name',
      })),
};

/** Whether a text is an id: by being mostly digits, as ids are, or by the check sum that 18 characters have. */
function isRecordId(text: string): boolean {
  if (!/^[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?$/.test(text)) return false;
  const isMostlyDigits = text.replace(/\D/g, '').length > 7;
  return isMostlyDigits || (text.length === 18 && text.endsWith(checkSumOf(text)));
}

// Each of the last three characters has a bit for each of five that says whether it is a capital.
function checkSumOf(text: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...text.slice(start, start + 5)].map((each, index) => (/[A-Z]/.test(each) ? 2 ** index : 0));
      return letters[bits.reduce((sum, bit) => sum + bit, 0)];
    })
    .join('');
}
