import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { Arrivals } from '../../../sandbox/hubspot/start/arrivals.ts';
import { servePages, type ServedPages } from '../../../sandbox/hubspot/start/pages/serve-pages.ts';
import { startPortal, type StartPortal } from './start-portal.ts';

describe('the pages of a portal without its server', () => {
  let scene: StartPortal;
  let arrivals: Arrivals;
  let pages: ServedPages;
  const opened: ServedPages[] = [];

  const serve = async (port: number): Promise<ServedPages> => {
    const servers = [{ url: 'http://127.0.0.1:1' }];
    const edition = { hubSpot: scene.hubSpot, portal: scene.portal, servers } as unknown as Edition;
    const served = await servePages(edition, arrivals, port);
    opened.push(served);
    return served;
  };
  const open = async (path: string): Promise<{ status: number; text: string; headers: Headers }> => {
    const answer = await fetch(pages.address + path);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };

  beforeEach(async () => {
    scene = await startPortal();
    arrivals = new Arrivals(scene.portal);
    pages = await serve(0);
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
    arrivals.close();
    await scene.hubSpot.close();
  });

  test('say that nobody came in and that no rules are published', async () => {
    const { status, text } = await open('/');
    expect(status).toBe(200);
    expect(text).toContain('0 leads');
    expect(text).toContain('No rules are published.');
    expect((await open('/report')).text).toContain('0 leads, decided by');
  });

  test('list a lead that waits, with everything that somebody wrote escaped', async () => {
    const contactId = scene.sendForm('lena@example.com');
    const { text } = await open('/?words=%22%3E%3Cscript%3Elena');
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;lena"');
    expect(text).toContain('0 of 1 lead<');
    const list = (await open('/?words=LENA')).text;
    expect(list).toContain(`href="/leads/${contactId}">&lt;i&gt;Lena&lt;/i&gt;</a>`);
    expect(list).toContain('waits for its decision');
    expect(list).not.toContain('<i>Lena');
  });

  test('take a record that somebody changed for none', async () => {
    const contactId = scene.sendForm('lena@example.com');
    for (const record of ['{"version":1}', 'nonsense', '[]', '{"version":1,"fit":{"score":900}}']) {
      scene.wait(10);
      scene.decide(contactId, 1, record);
      expect((await open('/')).text).toContain('waits for its decision');
      const lead = await open(`/leads/${contactId}`);
      expect(lead.status).toBe(200);
      expect(lead.text).toContain('No decision stands on the contact yet.');
      expect((await open('/report')).status).toBe(200);
    }
  });

  test('say on a lead that the server does not answer', async () => {
    const { text } = await open(`/leads/${scene.sendForm('lena@example.com')}`);
    expect(text).toContain('The server does not answer now.');
    expect(text).toContain(`/portal/${scene.portal.portalId}/objects/0-1/`);
  });

  test('know no other pages, whatever is asked', async () => {
    for (const path of ['/leads/1', '/leads/..%2f..', '/leads/<b>', '/nothing', '/page.ts']) {
      const { status, text } = await open(path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain('There is no such page.');
    }
  });

  test('read whatever stands behind the address as a question, or as none', async () => {
    scene.sendForm('lena@example.com');
    for (const query of ['?page=-1', '?page=x', '?page=99999999999', '?words=a&words=b', `?words=${'x'.repeat(500)}`]) {
      expect([query, (await open(`/${query}`)).status]).toEqual([query, 200]);
    }
  });

  test('let nothing run and nothing load but their own', async () => {
    for (const path of ['/', '/report', '/nothing', '/page.js']) {
      const { headers } = await open(path);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self'; script-src 'self'/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('are served at another port where theirs is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const other = await serve(port);
    expect(other.isOtherPort).toBe(true);
    expect(pages.isOtherPort).toBe(false);
    expect(new URL(other.address).port).not.toBe(String(port));
    expect((await fetch(other.address)).status).toBe(200);
    taken.close();
  });
});
