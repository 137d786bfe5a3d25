import type { FinishedInstallation } from './finish-installation.ts';
import type { OAuthFailure } from './oauth-error.ts';
import type { Page } from './page.ts';

/** A page and the status it is sent with. */
export type InstallPage = { readonly status: number; readonly page: Page };

const again = { label: 'Begin the installation again', href: '/oauth/start' };
const nothingKept = 'Nothing was installed and nothing was stored.';

/** @param appUrl origin of HubSpot's pages */
export function installedPage(portalId: number, appUrl: string): InstallPage {
  return {
    status: 200,
    page: {
      title: 'Signalbox is installed',
      lead:
        'It only watches for now: it decides every new lead and writes down what it would do, and it changes no owner ' +
        'until you tell it to.',
      steps: [
        'Open the settings of Signalbox among the connected apps and name the people who take leads.',
        'Look at a new lead after a minute: its card says why it would go to whom.',
        'When the answers are the ones you want, set the mode to live and publish.',
      ],
      link: {
        label: 'Open the connected apps',
        href: `${appUrl}/integrations-settings/${String(portalId)}/installed`,
      },
      note: `Installed in account ${String(portalId)}. To remove it, disconnect it there; rules and decisions stay in your account.`,
    },
  };
}

/** It is installed, but preparing the portal did not begin. */
export function notPreparedPage(portalId: number, requestId: string): InstallPage {
  return {
    status: 503,
    page: {
      title: 'Signalbox is installed, but not ready yet',
      lead: 'HubSpot has granted access and it was stored, but setting up the properties could not begin.',
      steps: ['Wait a minute and begin the installation again: it goes on where it stopped and makes nothing twice.'],
      link: again,
      note: `Code HSI012, account ${String(portalId)}, request ${requestId}.`,
    },
  };
}

export function deniedPage(): InstallPage {
  return failure(400, 'HSI008', 'Signalbox was not installed', `Access was not granted in HubSpot. ${nothingKept}`, [
    'Ask somebody who may install apps in your account if HubSpot did not let you.',
    'Begin again whenever you like.',
  ]);
}

/** The state does not fit: too old, used, of another browser, or none of ours. */
export function staleStatePage(): InstallPage {
  return failure(
    400,
    'HSI009',
    'This installation cannot be finished',
    `It was begun too long ago, in another browser, or is finished already. ${nothingKept}`,
    [
      'If you have just seen the page that it is installed, all is well: close this one.',
      'Otherwise begin again here, and allow cookies of this page: one keeps strangers from finishing your installation.',
    ],
  );
}

export function unfinishedPage(
  finished: Exclude<FinishedInstallation, { readonly state: 'installed' }>,
  requestId: string,
): InstallPage {
  switch (finished.state) {
    case 'failed':
      return failureOf(finished.failure, finished.code, requestId);
    case 'otherApp':
      return failure(
        502,
        `HSI010, request ${requestId}`,
        'HubSpot granted access to another app',
        `The access is not for the app that this server runs. ${nothingKept}`,
        ['Whoever runs this server sets HUBSPOT_CLIENT_ID and HUBSPOT_APP_ID to those of one app.'],
      );
    case 'scopesMissing':
      return failure(
        400,
        `HSI011, request ${requestId}`,
        'Some permissions are missing',
        `Signalbox cannot work without: ${finished.scopes.join(', ')}. ${nothingKept}`,
        ['Begin again as somebody who has these permissions, such as a super admin of the account.'],
      );
  }
}

function failureOf(cause: OAuthFailure, code: string, requestId: string): InstallPage {
  const named = `${code}, request ${requestId}`;
  switch (cause) {
    case 'grantRefused':
      return failure(
        400,
        named,
        'This installation cannot be finished',
        `HubSpot no longer accepts its code: a code is good once, and for a short time. ${nothingKept}`,
        ['Begin again; it takes a minute.'],
      );
    case 'clientRefused':
      return failure(
        502,
        named,
        'HubSpot does not know this server',
        `HubSpot refused the app's own credentials. ${nothingKept}`,
        ['Whoever runs this server compares client id, client secret and redirect URL with the page Auth of the app.'],
      );
    case 'unavailable':
    case 'unreadable':
      return failure(
        502,
        named,
        'HubSpot did not answer',
        `Access was granted, but HubSpot did not give it out. ${nothingKept}`,
        ['Wait a minute and begin again.'],
      );
  }
}

function failure(status: number, code: string, title: string, lead: string, steps: readonly string[]): InstallPage {
  return { status, page: { title, lead, steps, link: again, note: `Code ${code}.` } };
}
