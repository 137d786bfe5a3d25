import { describe, expect, it } from '@jest/globals';
import { ApexId, idFromText, readId } from '../../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { equalsOf, textOf } from '../../../../../sandbox/salesforce/apex/run/values.ts';
import { call, make, problemOf, within } from './call.ts';

describe('Id', () => {
  it('always has 18 characters', () => {
    expect(within(() => idFromText('001D000000IRFma'))?.value).toBe('001D000000IRFmaIAH');
    expect(readId('001D000000IRFmaIAH')).toBe('001D000000IRFmaIAH');
    expect(within(() => idFromText(null))).toBeNull();
  });

  it.each(['', '001', 'john doe', '001D000000IRFm!', '001D000000IRFmaIAA'])('%j is no id', (text) => {
    expect(problemOf(() => call('System.Id', 'Id valueOf(String toID)', text))).toBe(
      `System.StringException: Invalid id: ${text}`,
    );
  });

  it('gets its case back from its suffix', () => {
    const restored = call('System.Id', 'Id valueOf(String str, Boolean restoreCasing)', '001d000000irfmaiah', true);
    expect((restored as ApexId).value).toBe('001D000000IRFmaIAH');
  });

  it('knows its 15 characters and its object', () => {
    const id = new ApexId('001D000000IRFmaIAH');
    expect(call('System.Id', 'String to15()', id)).toBe('001D000000IRFma');
    const type = call('System.Id', 'Schema.SObjectType getSObjectType()', id);
    expect(within(() => textOf(type))).toBe('Account');
  });
});

describe('UUID', () => {
  const fromText = (text: string) => call('System.UUID', 'UUID fromString(String string)', text);

  it('is read from its 36 characters, in any case', () => {
    const text = '26f9e5b1-8bd1-4e0b-9c29-5f7e0c3f2a10';
    expect(textOf(fromText(text.toUpperCase()))).toBe(text);
    expect(equalsOf(fromText(text), fromText(text.toUpperCase()))).toBe(true);
    expect(problemOf(() => fromText('1-2'))).toBe('System.IllegalArgumentException: Invalid UUID string: 1-2');
  });

  it('is of version 4 when it is made by chance', () => {
    const random = textOf(call('System.UUID', 'UUID randomUUID()'));
    expect(random).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('URL', () => {
  it('has an address for the org', () => {
    expect(call('System.URL', 'String getHost()', call('System.URL', 'URL getOrgDomainUrl()'))).toBe(
      'example.my.salesforce.com',
    );
  });

  const url = (text: string) => make('System.URL', '(String spec)', text);
  const get = (signature: string, text: string) => call('System.URL', signature, url(text));

  it('is taken apart', () => {
    const text = 'https://user:pw@acme.my.salesforce.com:8080/services/data?x=1&y=2#top';
    expect(get('String getProtocol()', text)).toBe('https');
    expect(get('String getAuthority()', text)).toBe('user:pw@acme.my.salesforce.com:8080');
    expect(get('String getUserInfo()', text)).toBe('user:pw');
    expect(get('String getHost()', text)).toBe('acme.my.salesforce.com');
    expect(get('Integer getPort()', text)).toBe(8080);
    expect(get('Integer getDefaultPort()', text)).toBe(443);
    expect(get('String getPath()', text)).toBe('/services/data');
    expect(get('String getFile()', text)).toBe('/services/data?x=1&y=2');
    expect(get('String getQuery()', text)).toBe('x=1&y=2');
    expect(get('String getRef()', text)).toBe('top');
    expect(get('String toExternalForm()', text)).toBe(text);
  });

  it('has null for what is not there', () => {
    expect(get('String getQuery()', 'http://a.b')).toBeNull();
    expect(get('String getRef()', 'http://a.b')).toBeNull();
    expect(get('Integer getPort()', 'http://a.b')).toBe(-1);
    expect(get('String getPath()', 'http://a.b')).toBe('');
  });

  it('is found from another', () => {
    const base = url('https://a.b/c/d?e');
    const next = (text: string) => textOf(make('System.URL', '(URL context, String spec)', base, text));
    expect(next('f')).toBe('https://a.b/c/f');
    expect(next('../g?h')).toBe('https://a.b/g?h');
    expect(next('/i')).toBe('https://a.b/i');
    expect(next('#j')).toBe('https://a.b/c/d?e#j');
    expect(next('http://k')).toBe('http://k');
  });

  it('needs a protocol', () => {
    expect(problemOf(() => url('a.b/c'))).toBe('System.StringException: no protocol: a.b/c');
  });

  it('is the same file whatever the part behind "#"', () => {
    expect(call('System.URL', 'Boolean sameFile(URL URLToCompare)', url('http://a/b#c'), url('http://a/b#d'))).toBe(
      true,
    );
    expect(equalsOf(url('http://a/b#c'), url('http://a/b#d'))).toBe(false);
  });
});
