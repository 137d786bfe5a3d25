import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { execution } from '../../run/execution.ts';
import { chargeParsedCharacters } from '../../run/meter.ts';
import { type BuiltinType, unsupported } from '../define.ts';
import { raise } from '../raise.ts';
import { ApexBlob } from './apex-blob.ts';
import { decryptBytes, encryptBytes, initializationVectorBytes } from './crypto-ciphers.ts';
import { signBytes, verifyBytes } from './crypto-signatures.ts';
import { refuseNull } from './refuse-null.ts';

const digests: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  SHA256: 'sha256',
  'SHA-512': 'sha512',
  SHA512: 'sha512',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512',
};

const macs: Readonly<Record<string, string>> = {
  HMACMD5: 'md5',
  HMACSHA1: 'sha1',
  HMACSHA256: 'sha256',
  HMACSHA512: 'sha512',
};

function algorithmOf(table: Readonly<Record<string, string>>, name: string): string {
  return table[name.toUpperCase()] ?? raise('System.InvalidParameterValueException', `Invalid algorithm: ${name}`);
}

function generateDigest(name: string, input: ApexBlob): ApexBlob {
  chargeParsedCharacters(input.bytes.length);
  return new ApexBlob(createHash(algorithmOf(digests, name)).update(input.bytes).digest());
}

function generateMac(name: string, input: ApexBlob, key: ApexBlob): ApexBlob {
  chargeParsedCharacters(input.bytes.length);
  return new ApexBlob(createHmac(algorithmOf(macs, name), key.bytes).update(input.bytes).digest());
}

function verifyMac(name: string, input: ApexBlob, key: ApexBlob, mac: ApexBlob): boolean {
  const expected = generateMac(name, input, key).bytes;
  return expected.length === mac.bytes.length && timingSafeEqual(expected, mac.bytes);
}

/** From the program's own source of chance, so that a run can be repeated. */
function randomBytes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => Math.floor(execution().random() * 256));
}

function randomBits(): number {
  return Math.floor(execution().random() * 0x1_0000_0000);
}

function generateAesKey(size: number): ApexBlob {
  if (size !== 128 && size !== 192 && size !== 256) {
    raise('System.InvalidParameterValueException', `Invalid key size: ${size}. Must be 128, 192 or 256 bits.`);
  }
  return new ApexBlob(randomBytes(size / 8));
}

function encryptWithManagedVector(name: string, key: ApexBlob, clear: ApexBlob): ApexBlob {
  const vector = randomBytes(initializationVectorBytes);
  return new ApexBlob(Buffer.concat([vector, encryptBytes(name, key.bytes, vector, clear.bytes)]));
}

function decryptWithManagedVector(name: string, key: ApexBlob, given: ApexBlob): ApexBlob {
  const vector = given.bytes.subarray(0, initializationVectorBytes);
  return new ApexBlob(decryptBytes(name, key.bytes, vector, given.bytes.subarray(initializationVectorBytes)));
}

/** System.Crypto. */
export const cryptoBuiltin: BuiltinType = {
  name: 'System.Crypto',
  kind: 'class',
  statics: {
    'Integer getRandomInteger()': () => randomBits() | 0,
    'Long getRandomLong()': () => BigInt.asIntN(64, (BigInt(randomBits()) << 32n) | BigInt(randomBits())),
    'Blob signWithCertificate(String algorithmName, Blob input, String certDevName)': unsupported,
    'void signXML(String algorithmName, Dom.XmlNode node, String idAttributeName, String certDevName)': unsupported,
    'void signXML(String algorithmName, Dom.XmlNode node, String idAttributeName, String certDevName, Dom.XmlNode refChild)':
      unsupported,
    'Boolean verify(String algorithmName, Blob data, Blob signature, String certDevName)': unsupported,
    ...refuseNull({
      'Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)': (
        name: string,
        key: ApexBlob,
        vector: ApexBlob,
        given: ApexBlob,
      ) => new ApexBlob(decryptBytes(name, key.bytes, vector.bytes, given.bytes)),
      'Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)':
        decryptWithManagedVector,
      'Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': (
        name: string,
        key: ApexBlob,
        vector: ApexBlob,
        clear: ApexBlob,
      ) => new ApexBlob(encryptBytes(name, key.bytes, vector.bytes, clear.bytes)),
      'Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': encryptWithManagedVector,
      'Blob generateAesKey(Integer size)': generateAesKey,
      'Blob generateDigest(String algorithmName, Blob input)': generateDigest,
      'Blob generateMac(String algorithmName, Blob input, Blob privateKey)': generateMac,
      'Blob sign(String algorithmName, Blob input, Blob privateKey)': (name: string, input: ApexBlob, key: ApexBlob) =>
        new ApexBlob(signBytes(name, input.bytes, key.bytes)),
      'Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)': (
        name: string,
        data: ApexBlob,
        signature: ApexBlob,
        key: ApexBlob,
      ) => verifyBytes(name, data.bytes, signature.bytes, key.bytes),
      'Boolean verifyHMac(String algorithmName, Blob input, Blob privateKey, Blob macToVerify)': verifyMac,
    }),
  },
};
