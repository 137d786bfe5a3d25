/** A name without its namespace: localNameOf('acme__Score__c') → "Score__c"; localNameOf('Score__c') → "Score__c". */
export function localNameOf(name: string): string {
  return name.replace(/^[A-Za-z][A-Za-z0-9_]*?__(?=\w+?__[A-Za-z]+$)/, '');
}
