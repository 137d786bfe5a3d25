import { hubspot } from '@hubspot/ui-extensions';
import { Figures } from './figures.tsx';

hubspot.extend<'home'>(() => <Figures />);
