import LightningModal from 'lightning/modal';

/** A dialog of the platform. */
export default class SampleModal extends LightningModal {
  closeIt() {
    this.close('understood');
  }
}
