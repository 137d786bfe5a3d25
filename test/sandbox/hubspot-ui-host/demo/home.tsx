import { Modal, ModalBody, Text, hubspot } from '@hubspot/ui-extensions';
import {
  HeaderActions,
  PrimaryHeaderActionButton,
  SecondaryHeaderActionButton,
} from '@hubspot/ui-extensions/pages/home';
import { hear } from './heard.ts';

hubspot.extend<'home'>(({ context, actions }) => (
  <>
    <HeaderActions>
      <PrimaryHeaderActionButton onClick={hear('Primary')}>New draft</PrimaryHeaderActionButton>
      <SecondaryHeaderActionButton
        overlay={
          <Modal id="history" title="History">
            <ModalBody>
              <Text>Nothing yet.</Text>
            </ModalBody>
          </Modal>
        }
      >
        History
      </SecondaryHeaderActionButton>
    </HeaderActions>
    <Text>{`${context.location} ${Object.keys(actions).toSorted().join(' ')}`}</Text>
  </>
));
