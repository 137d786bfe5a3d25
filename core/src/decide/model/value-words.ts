/** Facts of a closed list stand in one lower-case word; this is how a reader writes them. valueWords('webform') → "web form". */
export function valueWords(text: string): string {
  switch (text) {
    case 'webform':
      return 'web form';
    case 'demorequest':
      return 'demo request';
    case 'contactemail':
      return 'contact e-mail';
    case 'supportticket':
      return 'support ticket';
    case 'forwardedintro':
      return 'forwarded introduction';
    case 'interactivedemo':
      return 'interactive demo';
    case 'listimport':
      return 'list import';
    case 'vicepresident':
      return 'vice president';
    default:
      return text;
  }
}
