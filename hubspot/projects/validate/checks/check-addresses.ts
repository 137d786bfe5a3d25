import type { Finding } from '../finding.ts';
import { parseJson, isRecord } from '../parse-json.ts';
import { appOf, componentsOf, type FilledProject } from '../parsed-project.ts';
import { isOpen } from '../substitute-variables.ts';

/** Whether HubSpot can call, send to and allow the addresses that the project names. */
export function checkAddresses(project: FilledProject): Finding[] {
  return [...checkPermitted(project), ...checkCalled(project), ...checkProxy(project)];
}

function checkPermitted(project: FilledProject): Finding[] {
  const app = appOf(project);
  if (app === null) return [];
  const { fetch, iframe, img } = app.config.permittedUrls;
  const lists = { fetch, iframe, img };
  return Object.entries(lists).flatMap(([list, addresses]) =>
    addresses
      .filter((address) => !isOpen(address) && !isPlainOrigin(address))
      .map((address): Finding => ({
        code: 'HSM036',
        file: app.file,
        what: `permittedUrls.${list} has "${address}".`,
        cause: 'HubSpot takes https origins, without a path and not of this machine.',
        next: `Write ${originOf(address) ?? 'https://HOST'}${list === 'fetch' ? '; src/app/local.json leads it to this machine while developing' : ''}.`,
      })),
  );
}

function checkCalled(project: FilledProject): Finding[] {
  const app = appOf(project);
  const redirects = (app?.config.auth.redirectUrls ?? []).map((address) => ({
    file: app!.file,
    key: 'auth.redirectUrls',
    address: address,
    isFine: isSecure(address) || isOnThisMachine(address),
  }));
  const webhooks = componentsOf(project, 'webhooks').map(({ file, config: { settings } }) => ({
    file: file,
    key: 'settings.targetUrl',
    address: settings.targetUrl,
    isFine: isSecure(settings.targetUrl),
  }));
  const actions = componentsOf(project, 'workflow-action').map(({ file, config: { actionUrl } }) => ({
    file: file,
    key: 'actionUrl',
    address: actionUrl,
    isFine: isSecure(actionUrl),
  }));
  return [...redirects, ...webhooks, ...actions]
    .filter(({ address, isFine }) => !isOpen(address) && !isFine)
    .map(({ file, key, address }) => ({
      code: 'HSM037',
      file: file,
      what: `${key} is "${address}".`,
      cause: 'HubSpot calls https addresses that can be reached from outside.',
      next: 'Give the address of the server, beginning with https://.',
    }));
}

/** Where calls of cards go while somebody develops; nothing of it is uploaded. */
function checkProxy({ files, sourceFolder }: FilledProject): Finding[] {
  const file = `${sourceFolder}/app/local.json`;
  const json = parseJson(files.get(file) ?? '{}');
  if (!json.isJson) {
    return [{ code: 'HSM001', file, what: 'it is no JSON.', cause: `${json.cause}.`, next: 'Mend it.' }];
  }
  const proxy = isRecord(json.value) ? json.value['proxy'] : undefined;
  return Object.keys(isRecord(proxy) ? proxy : {})
    .filter((address) => !isPlainOrigin(address))
    .map((address) => ({
      code: 'HSM093',
      file: file,
      what: `the proxy is for "${address}".`,
      cause: 'Only whole https origins can be led elsewhere.',
      next: `Write ${originOf(address) ?? 'https://HOST'}.`,
    }));
}

function isPlainOrigin(address: string): boolean {
  return isSecure(address) && new URL(address).origin === address;
}

function isSecure(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:' && !isLocal(new URL(address).hostname);
}

/** A redirect may lead to the machine of whoever develops. */
function isOnThisMachine(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'http:' && isLocal(new URL(address).hostname);
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host.startsWith('127.');
}

function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && !isLocal(hostname) ? `https://${host}` : null;
}
