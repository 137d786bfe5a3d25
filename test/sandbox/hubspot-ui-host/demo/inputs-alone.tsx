import { hubspot } from '@hubspot/ui-extensions';
import { Inputs } from './inputs.tsx';

hubspot.extend<'settings'>(() => <Inputs />);
