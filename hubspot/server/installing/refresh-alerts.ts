import type { Alert } from '../alerts/raise-alert.ts';
import type { OAuthError } from './oauth-error.ts';

const about = 'access to the portal';

/** What somebody must do when a token could not be refreshed; null where waiting is all there is to do. */
export function alertOfFailure(error: OAuthError): Alert | null {
  switch (error.failure) {
    case 'grantRefused':
      return {
        code: error.code,
        about,
        message:
          'HubSpot no longer accepts Signalbox in this portal, so it was marked uninstalled and its tokens were erased. ' +
          'Rules, revisions and decisions are in HubSpot and stay.',
        nextStep: 'Install Signalbox again if it was not removed on purpose; then everything goes on where it was.',
      };
    case 'clientRefused':
      return {
        code: error.code,
        about,
        message: 'HubSpot does not take this server for the app. Nothing was erased; leads wait until it does.',
        nextStep:
          'Compare HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET with the page Auth of the app and start the server anew.',
      };
    case 'unreadable':
      return {
        code: error.code,
        about,
        message:
          'HubSpot answered a refresh with something that is not documented. Leads wait until it answers as usual.',
        nextStep: 'Look at status.hubspot.com; if nothing is wrong there, report it with the time.',
      };
    case 'unavailable':
      return null;
  }
}
