import { hubspot } from '@hubspot/ui-extensions';
import { Actions } from './actions.tsx';

hubspot.extend<'crm.record.tab'>(() => <Actions />);
