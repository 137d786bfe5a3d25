/** What a source is: `.cls` holds a class, `.trigger` a trigger, anonymous Apex is statements. */
export type SourceForm = 'class' | 'trigger' | 'anonymous';
