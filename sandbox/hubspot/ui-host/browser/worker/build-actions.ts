import type { FrameLocation } from '../../ports/ui-frame.ts';
import type { PageAction } from '../protocol.ts';
import { watchRecord } from './ask-crm.ts';
import { askPort, page } from './call-page.ts';

type Values = Record<string, string>;
type IframeGiven = { uri: string; height: number; width: number; title?: string; flush?: boolean };

const recordLocations: readonly FrameLocation[] = [
  'crm.record.tab',
  'crm.record.sidebar',
  'crm.preview',
  'helpdesk.sidebar',
];

/** The actions that an extension has at a location: those of a record only where there is one. */
export function buildActions(location: FrameLocation): Record<string, unknown> {
  const everywhere = {
    addAlert: (alert: { type?: string; message: string; title?: string }) => act({ name: 'addAlert', alert }),
    closeOverlay: (id: string) => act({ name: 'closeOverlay', id }),
    copyTextToClipboard: (text: string) => act({ name: 'copyTextToClipboard', text }),
    navigateToPage: ({ to, params = {} }: { to: string; params?: Values }) =>
      act({ name: 'navigateToPage', to, params }),
    openIframeModal: ({ uri, height, width, title = '', flush = false }: IframeGiven, onClose?: () => void) =>
      act({ name: 'openIframeModal', uri, height, width, title, flush }, onClose),
    reloadPage: () => act({ name: 'reloadPage' }),
  };
  if (!recordLocations.includes(location)) return everywhere;
  return {
    ...everywhere,
    fetchCrmObjectProperties: (names: string[] | '*') => askPort('crmProperties', { names }),
    refreshObjectProperties: () => act({ name: 'refreshObjectProperties' }),
    onCrmPropertiesUpdate: (
      names: string[] | '*',
      tell: (values: Record<string, string | null>, error?: { message: string }) => void,
    ) => void watchRecord(names, tell),
  };
}

function act(action: PageAction, onClose?: () => void): Promise<void> {
  return onClose === undefined ? page.act(action) : page.act(action, onClose);
}
