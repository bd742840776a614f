/** What is done to one story, or, with no story named, to none yet: filing a new one. */
export const STORY_ACTS = [
  'read-story',
  'create-story',
  'revise-story',
  'comment-on-story',
  'take-over-story',
  'assign-story',
  'submit-story',
  'send-back-story',
  'approve-story',
  'share-preview',
  'schedule-story',
  'hold-story',
  'release-story',
  'embargo-story',
  'publish-story',
  'change-slug',
  'issue-correction',
  'issue-clarification',
  'issue-update',
  'finish-task',
  'withhold-versions',
  'undo-publication',
  'kill-story',
] as const

/** What is done to the record. */
export const RECORD_ACTS = [
  'read-record',
  'record-event',
  'record-claim',
  'revise-claim',
  'retract-claim',
  'deny-claim',
  'add-actor',
  'add-place',
  'add-source',
  'add-document',
  'add-evidence',
  'add-victim-group',
  'add-appearance',
  'withdraw-appearance',
  'capture-document',
  'publish-entry',
  'assess-claim',
  'amend-entry',
  'withdraw-entry',
  'merge-entries',
  'merge-events',
  'read-record-file',
  'seal-source',
  'open-sealed',
  'erase-entry',
  'add-seal-key',
  'make-release',
] as const

/** What is done to the paper and to its house: pictures, fronts, pages, people, settings. */
export const PAPER_ACTS = [
  'add-picture',
  'describe-picture',
  'set-focus',
  'pin-story',
  'unpin-story',
  'change-section',
  'change-author',
  'seal-byline',
  'open-byline',
  'set-page',
  'remove-page',
  'change-redirect',
  'read-reports',
  'close-report',
  'change-desk',
  'read-team',
  'invite',
  'withdraw-invitation',
  'change-grants',
  'suspend-account',
  'restore-account',
  'reset-account',
  'read-keys',
  'make-key',
  'revoke-key',
  'read-audit',
  'read-health',
  'retry-job',
  'import-stories',
  'export-newsroom',
  'change-profile',
  'set-up-newspaper',
  'add-mirror',
  'remove-mirror',
  'sign-mirrors',
  'load-sample',
  'remove-sample',
] as const

/**
 * What everybody does with their own account, and what nobody's role decides: entering, leaving, changing one's factors,
 * and what the server does by itself.
 */
export const OWN_ACTS = [
  'enter',
  'leave',
  'leave-everywhere',
  'accept-invitation',
  'confirm-identity',
  'change-own-account',
  'add-passkey',
  'remove-passkey',
  'set-password',
  'remove-password',
  'make-recovery-codes',
  'publish-scheduled-story',
] as const

export type StoryAct = (typeof STORY_ACTS)[number]
export type RecordAct = (typeof RECORD_ACTS)[number]
export type PaperAct = (typeof PAPER_ACTS)[number]
export type OwnAct = (typeof OWN_ACTS)[number]

/** Everything that anybody can do in the newsroom. The audit names acts by these words. */
export type Act = StoryAct | RecordAct | PaperAct | OwnAct
