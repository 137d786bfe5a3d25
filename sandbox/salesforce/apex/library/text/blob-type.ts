import { chargeCharacters, madeText } from '../../run/meter.ts';
import { type BuiltinType, unsupported } from '../define.ts';
import { raise } from '../raise.ts';
import { ApexBlob, blobFromText, textOfBlob } from './apex-blob.ts';
import { refuseNull } from './refuse-null.ts';

/** System.Blob. */
export const blobBuiltin: BuiltinType = {
  name: 'System.Blob',
  kind: 'class',
  valueClass: ApexBlob,
  statics: {
    'Blob toPdf(String stringToConvert)': unsupported,
    ...refuseNull({
      'Blob valueOf(String stringToBlob)': (text: string) => {
        chargeCharacters(text.length);
        return blobFromText(text);
      },
    }),
  },
  methods: {
    'Integer size()': (blob: ApexBlob) => blob.bytes.length,
    'String toString()': (blob: ApexBlob) => {
      chargeCharacters(blob.bytes.length);
      return madeText(textOfBlob(blob) ?? raise('System.StringException', 'BLOB is not a valid UTF-8 string'));
    },
  },
};
