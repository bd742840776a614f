import { type Act, OWN_ACTS, PAPER_ACTS, RECORD_ACTS, STORY_ACTS } from './acts.ts'
import type { Scope } from './role.ts'

const READING: ReadonlySet<Act> = new Set(['read-story', 'read-record', 'see-incoming'])
const WRITING: ReadonlySet<Act> = new Set([
  'create-story',
  'revise-story',
  'comment-on-story',
  'dismiss-suggestion',
  'submit-story',
  'send-back-story',
  'add-picture',
  'describe-picture',
  'set-focus',
  'take-incoming',
  'dismiss-incoming',
])
/** People, keys and what leaves the house as a whole are for people alone, who can be asked again who they are. */
const NEVER_BY_KEY: ReadonlySet<Act> = new Set([
  'open-sealed',
  'erase-entry',
  'add-seal-key',
  'seal-byline',
  'open-byline',
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
  'export-newsroom',
  'ask-model',
  'set-up-newspaper',
  'load-sample',
  'remove-sample',
  'end-sessions',
  'panic',
  'unlock-studio',
  'rotate-keys',
  ...OWN_ACTS,
])

/** The scope a key needs for an act; null where no key will do. */
export function scopeFor(act: Act): Scope | null {
  if (NEVER_BY_KEY.has(act)) return null
  if (READING.has(act)) return 'read'
  if (WRITING.has(act)) return 'write'
  return (RECORD_ACTS as readonly Act[]).includes(act) ? 'record' : 'publish'
}

/** Every act, in the order of the tables. */
export const ALL_ACTS: readonly Act[] = [...STORY_ACTS, ...RECORD_ACTS, ...PAPER_ACTS, ...OWN_ACTS]
