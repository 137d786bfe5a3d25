import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { ApexBlob, blobFromText, textOfBlob } from '../../../../../sandbox/salesforce/apex/library/text/apex-blob.ts';
import { call, problemOf } from './call.ts';

const encode = (signature: string, ...given: unknown[]) => call('System.EncodingUtil', signature, ...given);
const crypto = (signature: string, ...given: unknown[]) => call('System.Crypto', signature, ...given) as ApexBlob;
const hexadecimal = (blob: ApexBlob) => Buffer.from(blob.bytes).toString('hex');

describe('Blob', () => {
  it('holds the UTF-8 bytes of a text', () => {
    const blob = call('System.Blob', 'Blob valueOf(String stringToBlob)', 'é😀') as ApexBlob;
    expect(call('System.Blob', 'Integer size()', blob)).toBe(6);
    expect(call('System.Blob', 'String toString()', blob)).toBe('é😀');
  });

  it('is no text where its bytes are not UTF-8', () => {
    expect(problemOf(() => call('System.Blob', 'String toString()', new ApexBlob(Uint8Array.of(0xff))))).toBe(
      'System.StringException: BLOB is not a valid UTF-8 string',
    );
  });
});

describe('EncodingUtil', () => {
  it('writes and reads base64 and hexadecimal', () => {
    expect(encode('String base64Encode(Blob inputBlob)', blobFromText('hello?>'))).toBe('aGVsbG8/Pg==');
    expect(textOfBlob(encode('Blob base64Decode(String inputString)', 'aGVsbG8/Pg==') as ApexBlob)).toBe('hello?>');
    expect(encode('String convertToHex(Blob inputBlob)', blobFromText('hi'))).toBe('6869');
    expect(textOfBlob(encode('Blob convertFromHex(String inputString)', '4A4b') as ApexBlob)).toBe('JK');
  });

  it('refuses characters that base64 has not', () => {
    expect(problemOf(() => encode('Blob base64Decode(String inputString)', 'a-b_'))).toBe(
      'System.StringException: Unrecognized base64 character: -',
    );
  });

  it('encodes addresses as forms do', () => {
    const url = 'https://a.b/c d?e=é&f=*~😀';
    const encoded = 'https%3A%2F%2Fa.b%2Fc+d%3Fe%3D%C3%A9%26f%3D*%7E%F0%9F%98%80';
    expect(encode('String urlEncode(String inputString, String encodingScheme)', url, 'UTF-8')).toBe(encoded);
    expect(encode('String urlDecode(String inputString, String encodingScheme)', encoded, 'UTF-8')).toBe(url);
    expect(encode('String urlEncode(String inputString, String encodingScheme)', 'é€', 'ISO-8859-1')).toBe('%E9%3F');
  });

  it('refuses an escape that is none', () => {
    expect(
      problemOf(() => encode('String urlDecode(String inputString, String encodingScheme)', 'a%zz', 'UTF-8')),
    ).toContain('System.IllegalArgumentException: URLDecoder: Illegal hex characters in escape (%) pattern');
  });
});

describe('Crypto', () => {
  const key = new ApexBlob(Buffer.alloc(16, 7));
  const digest = 'Blob generateDigest(String algorithmName, Blob input)';

  // From the examples of the standards.
  it.each([
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['SHA3-256', '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532'],
  ])('makes the %s of a text', (algorithm, expected) => {
    expect(hexadecimal(crypto(digest, algorithm, blobFromText('abc')))).toBe(expected);
  });

  it('refuses an algorithm that it has not', () => {
    expect(problemOf(() => crypto(digest, 'MD4', blobFromText('abc')))).toBe(
      'System.InvalidParameterValueException: Invalid algorithm: MD4',
    );
  });

  it('makes and checks message authentication codes', () => {
    const given = ['hmacSHA256', blobFromText('what do ya want for nothing?'), blobFromText('Jefe')];
    const mac = crypto('Blob generateMac(String algorithmName, Blob input, Blob privateKey)', ...given);
    expect(hexadecimal(mac)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    const verify = 'Boolean verifyHMac(String algorithmName, Blob input, Blob privateKey, Blob macToVerify)';
    expect(crypto(verify, ...given, mac)).toBe(true);
    expect(crypto(verify, ...given, key)).toBe(false);
  });

  it('encrypts and decrypts, with a vector of its own where asked', () => {
    const clear = blobFromText('Data to be encrypted');
    const vector = blobFromText('Example of IV123');
    const encrypted = crypto(
      'Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)',
      'AES128',
      key,
      vector,
      clear,
    );
    const decrypt = 'Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)';
    expect(encrypted.bytes.length).toBe(32);
    expect(textOfBlob(crypto(decrypt, 'AES128', key, vector, encrypted))).toBe('Data to be encrypted');

    const managed = crypto(
      'Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)',
      'AES128',
      key,
      clear,
    );
    expect(managed.bytes.length).toBe(48);
    const decryptManaged = 'Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)';
    expect(textOfBlob(crypto(decryptManaged, 'AES128', key, managed))).toBe('Data to be encrypted');
    expect(problemOf(() => crypto(decryptManaged, 'AES256', key, managed))).toBe(
      'System.InvalidParameterValueException: Invalid private key. Must be 32 bytes.',
    );
  });

  it('signs and verifies', () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const privateKey = new ApexBlob(pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
    const publicKey = new ApexBlob(pair.publicKey.export({ format: 'der', type: 'spki' }));
    const data = blobFromText('data');
    const signature = crypto(
      'Blob sign(String algorithmName, Blob input, Blob privateKey)',
      'RSA-SHA256',
      data,
      privateKey,
    );
    const verify = 'Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)';
    expect(crypto(verify, 'RSA-SHA256', data, signature, publicKey)).toBe(true);
    expect(crypto(verify, 'RSA-SHA256', blobFromText('other'), signature, publicKey)).toBe(false);
  });

  it('takes chance from the program, so that a run can be repeated', () => {
    expect(Number.isInteger(call('System.Crypto', 'Integer getRandomInteger()'))).toBe(true);
    expect(typeof call('System.Crypto', 'Long getRandomLong()')).toBe('bigint');
    expect(crypto('Blob generateAesKey(Integer size)', 192).bytes.length).toBe(24);
  });
});
