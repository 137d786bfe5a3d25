import { chargeCharacters, chargeParsedCharacters, madeText } from '../../run/meter.ts';
import type { BuiltinType } from '../define.ts';
import { raise } from '../raise.ts';
import { ApexBlob } from './apex-blob.ts';
import { refuseNull } from './refuse-null.ts';
import { decodeUrl, encodeUrl } from './url-encoding.ts';

function decodeBase64(text: string): ApexBlob {
  chargeParsedCharacters(text.length);
  const foreign = /[^A-Za-z0-9+/=\s]/.exec(text);
  if (foreign !== null) {
    raise('System.StringException', `Unrecognized base64 character: ${foreign[0]}`);
  }
  return new ApexBlob(Buffer.from(text, 'base64'));
}

function encodeBytes(blob: ApexBlob, encoding: 'base64' | 'hex'): string {
  chargeCharacters(blob.bytes.length);
  return madeText(Buffer.from(blob.bytes).toString(encoding));
}

function decodeHexadecimal(text: string): ApexBlob {
  chargeParsedCharacters(text.length);
  if (text.length % 2 !== 0 || /[^0-9A-Fa-f]/.test(text)) {
    raise('System.InvalidParameterValueException', `Invalid hexadecimal string: ${text}`);
  }
  return new ApexBlob(Buffer.from(text, 'hex'));
}

/** System.EncodingUtil. */
export const encodingBuiltin: BuiltinType = {
  name: 'System.EncodingUtil',
  kind: 'class',
  statics: refuseNull({
    'Blob base64Decode(String inputString)': decodeBase64,
    'String base64Encode(Blob inputBlob)': (blob: ApexBlob) => encodeBytes(blob, 'base64'),
    'Blob convertFromHex(String inputString)': decodeHexadecimal,
    'String convertToHex(Blob inputBlob)': (blob: ApexBlob) => encodeBytes(blob, 'hex'),
    'String urlDecode(String inputString, String encodingScheme)': decodeUrl,
    'String urlEncode(String inputString, String encodingScheme)': encodeUrl,
  }),
};
