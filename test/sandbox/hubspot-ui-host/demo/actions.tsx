import {
  Accordion,
  Button,
  ButtonRow,
  Divider,
  Dropdown,
  Flex,
  Image,
  Inline,
  Link,
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  StatusTag,
  StepIndicator,
  Tab,
  Tabs,
  Tag,
  Text,
  Tooltip,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import './clipboard.ts';
import { hear, heard } from './heard.ts';

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

/** Everything that does something when it is used. */
export function Actions() {
  const { addAlert, closeOverlay, copyTextToClipboard, openIframeModal, reloadPage } =
    useExtensionActions<'crm.record.tab'>();
  const [step, setStep] = useState(1);
  const [isOpen, setOpen] = useState(false);
  const [tab, setTab] = useState<string | number>('why');
  const nested = (
    <Modal id="second-modal" title="Really?" aria-label="Really">
      <ModalBody>
        <Text>One after the other.</Text>
      </ModalBody>
    </Modal>
  );
  const modal = (
    <Modal
      id="first-modal"
      title="Hand back?"
      width="md"
      variant="danger"
      onOpen={hear('Modal.onOpen')}
      onClose={hear('Modal.onClose')}
    >
      <ModalBody>
        <Text>The lead goes back to the pool.</Text>
        <Button overlay={<Tooltip>Only you see it</Tooltip>}>In the modal</Button>
        <Button overlay={nested}>On to the next</Button>
        <Button onClick={(_event, reactions) => reactions.openPanel('loose-panel')}>Panel from the modal</Button>
        <Button onClick={() => addAlert({ type: 'warning', message: 'Said from within.' })}>
          Alert from the modal
        </Button>
      </ModalBody>
      <ModalFooter>
        <Button variant="destructive" onClick={() => closeOverlay('first-modal')}>
          Yes, hand back
        </Button>
      </ModalFooter>
    </Modal>
  );
  const panel = (
    <Panel id="first-panel" title="All reasons" onOpen={hear('Panel.onOpen')} onClose={hear('Panel.onClose')}>
      <PanelBody>
        <PanelSection>
          <Text>The first reason.</Text>
        </PanelSection>
        <PanelSection flush>
          <Text>The second reason.</Text>
        </PanelSection>
      </PanelBody>
      <PanelFooter>
        <Button onClick={(_event, reactions) => reactions.closePanel('first-panel')}>Close by reaction</Button>
      </PanelFooter>
    </Panel>
  );
  return (
    <Flex direction="column" gap="md" align="start">
      <ButtonRow>
        <Button variant="primary" onClick={hear('Button')}>
          Claim
        </Button>
        <Button onClick={hear('Second')}>Hand back</Button>
        <Button variant="destructive" onClick={hear('Third')}>
          Wrong score
        </Button>
        <Button variant="transparent" disabled>
          Wrong owner
        </Button>
      </ButtonRow>
      <Dropdown
        buttonText="More ways"
        variant="transparent"
        options={[{ label: 'By option', onClick: hear('Dropdown.option') }]}
      >
        <Dropdown.ButtonItem onClick={hear('Dropdown.ButtonItem')}>By item</Dropdown.ButtonItem>
        <Dropdown.ButtonItem
          overlay={
            <Modal id="menu-modal" title="From the menu">
              <ModalBody>
                <Text>Opened by an item.</Text>
              </ModalBody>
            </Modal>
          }
        >
          Item with modal
        </Dropdown.ButtonItem>
      </Dropdown>
      <Inline gap="sm">
        <Button overlay={modal}>Open modal</Button>
        <Button overlay={panel}>Open panel</Button>
        <Button overlay={<Tooltip placement="right">A word about it</Tooltip>} onClick={hear('Explained')}>
          Explained
        </Button>
        <Button onClick={(_event, reactions) => reactions.openPanel('loose-panel')}>Open by reaction</Button>
      </Inline>
      <Panel id="loose-panel" title="Loose panel" variant="modal" width="lg">
        <PanelBody>
          <Text>Not in an overlay.</Text>
        </PanelBody>
      </Panel>
      <Inline gap="sm" align="center">
        <Link href="https://example.com/report" onClick={hear('Link')} preventDefault>
          Report
        </Link>
        <Link href={{ url: '/contacts/501', external: false }}>Contact</Link>
        <Link href="javascript:alert(1)">Bad link</Link>
        <Button href="https://example.com/" size="sm">
          Elsewhere
        </Button>
        <Image src={dot} alt="A dot" width={24} height={24} onClick={hear('Image')} />
        <Image src={dot} alt="A quiet dot" width={24} height={24} overlay={<Tooltip>Just a dot</Tooltip>} />
        <Tag variant="success" onClick={hear('Tag')}>
          high
        </Tag>
        <Tag overlay={<Tooltip>What it means</Tooltip>}>plain</Tag>
        <StatusTag
          variant="warning"
          onClick={hear('StatusTag')}
          showRemoveIcon
          onRemoveClick={hear('StatusTag.remove')}
        >
          due soon
        </StatusTag>
      </Inline>
      <Divider size="md" />
      <StepIndicator
        stepNames={['Fields', 'Rules', 'Pools']}
        currentStep={step}
        onClick={(index) => {
          heard('StepIndicator', index);
          setStep(index);
        }}
      />
      <Accordion title="Held by the page" onClick={hear('Accordion')}>
        <Text>Inside the first.</Text>
      </Accordion>
      <Accordion title="Held by the extension" open={isOpen} onClick={() => setOpen(!isOpen)}>
        <Text>Inside the second.</Text>
      </Accordion>
      <Accordion title="Locked" disabled onClick={hear('Accordion.locked')}>
        <Text>Nobody sees this.</Text>
      </Accordion>
      <Tabs
        selected={tab}
        onSelectedChange={(id: string | number) => {
          heard('Tabs', id);
          setTab(id);
        }}
      >
        <Tab tabId="why" title="Why">
          <Text>Because of rule 7.</Text>
        </Tab>
        <Tab tabId="off" title="Off" disabled>
          <Text>Never.</Text>
        </Tab>
        <Tab tabId="what" title="What next" tooltip="Would change it">
          <Text>Ask who else decides.</Text>
        </Tab>
      </Tabs>
      <Tabs variant="enclosed" fill defaultSelected={2}>
        <Tab tabId={1} title="One">
          <Text>First panel.</Text>
        </Tab>
        <Tab tabId={2} title="Two">
          <Text>Second panel.</Text>
        </Tab>
      </Tabs>
      <Inline gap="sm">
        <Button onClick={() => addAlert({ type: 'success', title: 'Claimed', message: 'The lead is yours.' })}>
          Alert
        </Button>
        <Button onClick={() => addAlert({ type: 'danger', message: 'It is taken.' })}>Bad alert</Button>
        <Button onClick={() => void copyTextToClipboard('copied words')}>Copy</Button>
        <Button
          onClick={() =>
            openIframeModal(
              { uri: 'https://example.com/', height: 200, width: 300, title: 'Frame' },
              hear('iframe.onClose'),
            )
          }
        >
          Frame
        </Button>
        <Button onClick={() => reloadPage()}>Reload</Button>
      </Inline>
    </Flex>
  );
}
