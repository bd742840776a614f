import type { StoryState } from '../story/story.ts'
import type { PaperAct, RecordAct, StoryAct } from './acts.ts'
import type { Role } from './role.ts'

/** Whose stories, and in which states. `own` are those that somebody began or was put on. */
export interface StoryRule {
  readonly whose: 'own' | 'desk'
  readonly states: readonly StoryState[]
}

type StoryRules = Readonly<Partial<Record<Role, StoryRule>>>

const EVERY: readonly StoryState[] = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed']
const UNPUBLISHED: readonly StoryState[] = ['draft', 'in-review', 'approved', 'scheduled']
/** States in which a story has words that can still change: a live one has a working copy beside it. */
const OPEN: readonly StoryState[] = [...UNPUBLISHED, 'published']
/** A reporter writes until the desk has approved, and begins again on a working copy once the story is live. */
const WITH_REPORTERS: readonly StoryState[] = ['draft', 'in-review', 'published']
/** What the desk has settled: translators and researchers see nothing that may still fall. */
const SETTLED: readonly StoryState[] = ['approved', 'scheduled', 'published', 'killed']
const LIVE: readonly StoryState[] = ['published', 'scheduled']

const desk = (states: readonly StoryState[]): StoryRule => ({ whose: 'desk', states })
const own = (states: readonly StoryState[]): StoryRule => ({ whose: 'own', states })

/** Editors and owners alike; the owner's desk is the whole paper. */
const editors = (states: readonly StoryState[]): StoryRules => ({ owner: desk(states), editor: desk(states) })

/** Who may do what to which stories. A pair that is not here is refused. */
export const STORY_RULES: Readonly<Record<StoryAct, StoryRules>> = {
  'read-story': {
    ...editors(EVERY),
    reporter: desk(EVERY),
    contributor: own(EVERY),
    translator: desk(SETTLED),
    researcher: desk(SETTLED),
  },
  // Filed by nobody yet, so everybody's own: the state is that in which it begins.
  'create-story': {
    ...editors(['draft']),
    reporter: desk(['draft']),
    contributor: own(['draft']),
    translator: own(['draft']),
  },
  'revise-story': {
    ...editors(OPEN),
    reporter: desk(WITH_REPORTERS),
    contributor: own(['draft']),
    translator: own(WITH_REPORTERS),
  },
  'comment-on-story': {
    ...editors(EVERY),
    reporter: desk(EVERY),
    contributor: own(EVERY),
    translator: own(EVERY),
    researcher: desk(SETTLED),
  },
  // Whoever may write a story answers to the desk for it.
  'dismiss-suggestion': {
    ...editors(OPEN),
    reporter: desk(WITH_REPORTERS),
    contributor: own(['draft']),
    translator: own(WITH_REPORTERS),
  },
  // The text leaves the house: for those who work in it.
  'ask-model': { ...editors(OPEN), reporter: desk(WITH_REPORTERS), translator: own(WITH_REPORTERS) },
  'take-over-story': { ...editors(OPEN), reporter: desk(WITH_REPORTERS), translator: own(WITH_REPORTERS) },
  'assign-story': editors(OPEN),
  'submit-story': {
    ...editors(UNPUBLISHED),
    reporter: desk(['draft']),
    contributor: own(['draft']),
    translator: own(['draft']),
  },
  // Whoever submitted may take it back as long as nobody has approved it.
  'send-back-story': {
    ...editors(UNPUBLISHED),
    reporter: desk(['in-review']),
    contributor: own(['in-review']),
    translator: own(['in-review']),
  },
  'approve-story': editors(UNPUBLISHED),
  'share-preview': { ...editors(OPEN), reporter: desk(WITH_REPORTERS) },
  'schedule-story': editors(OPEN),
  // To stop a story costs less than to let it out: every reporter of the desk may.
  'hold-story': { ...editors(OPEN), reporter: desk(OPEN) },
  'release-story': editors(OPEN),
  'embargo-story': editors(OPEN),
  'publish-story': editors(OPEN),
  'change-slug': { ...editors(OPEN), reporter: desk(['draft', 'in-review']) },
  'issue-correction': editors(LIVE),
  'issue-clarification': editors(LIVE),
  'issue-update': editors(LIVE),
  'finish-task': { ...editors(EVERY), reporter: desk(LIVE) },
  'withhold-versions': editors(LIVE),
  'undo-publication': editors(['published']),
  'kill-story': editors(LIVE),
}

const EDITORS: readonly Role[] = ['owner', 'editor']
const REPORTERS: readonly Role[] = [...EDITORS, 'reporter']
/** Who keeps the record day by day. */
const RECORDERS: readonly Role[] = [...REPORTERS, 'researcher']
const OWNERS: readonly Role[] = ['owner']
const EVERYBODY: readonly Role[] = [...RECORDERS, 'contributor', 'translator']

/** Who may do what to the record and to the paper. */
export const HOUSE_RULES: Readonly<Record<RecordAct | PaperAct, readonly Role[]>> = {
  'read-record': EVERYBODY,
  'record-event': RECORDERS,
  'record-claim': RECORDERS,
  'revise-claim': RECORDERS,
  'retract-claim': RECORDERS,
  'deny-claim': RECORDERS,
  'add-actor': RECORDERS,
  'add-place': RECORDERS,
  'add-source': RECORDERS,
  'add-document': RECORDERS,
  'add-evidence': RECORDERS,
  'add-victim-group': RECORDERS,
  'add-appearance': RECORDERS,
  'withdraw-appearance': RECORDERS,
  'answer-carried': RECORDERS,
  'capture-document': RECORDERS,
  'seal-source': RECORDERS,
  'publish-entry': [...EDITORS, 'researcher'],
  'assess-claim': [...EDITORS, 'researcher'],
  'amend-entry': [...EDITORS, 'researcher'],
  'withdraw-entry': [...EDITORS, 'researcher'],
  'merge-entries': [...EDITORS, 'researcher'],
  'merge-events': [...EDITORS, 'researcher'],
  'read-record-file': [...EDITORS, 'researcher'],
  'make-release': [...EDITORS, 'researcher'],
  'open-sealed': OWNERS,
  'erase-entry': OWNERS,
  'add-seal-key': OWNERS,
  'add-picture': [...REPORTERS, 'contributor', 'translator'],
  'describe-picture': REPORTERS,
  'set-focus': REPORTERS,
  'pin-story': EDITORS,
  'unpin-story': EDITORS,
  'change-section': EDITORS,
  'change-author': EDITORS,
  'seal-byline': OWNERS,
  'open-byline': OWNERS,
  'set-page': EDITORS,
  'remove-page': EDITORS,
  'change-redirect': EDITORS,
  'read-reports': EDITORS,
  'close-report': EDITORS,
  'change-desk': OWNERS,
  'read-team': OWNERS,
  invite: OWNERS,
  'withdraw-invitation': OWNERS,
  'change-grants': OWNERS,
  'suspend-account': OWNERS,
  'restore-account': OWNERS,
  'reset-account': OWNERS,
  'read-keys': OWNERS,
  'make-key': OWNERS,
  'revoke-key': OWNERS,
  'read-audit': OWNERS,
  'read-health': EDITORS,
  'retry-job': OWNERS,
  'see-incoming': RECORDERS,
  'take-incoming': REPORTERS,
  'dismiss-incoming': REPORTERS,
  'manage-ingest': EDITORS,
  'change-style': EDITORS,
  'import-stories': EDITORS,
  'export-newsroom': OWNERS,
  'change-profile': OWNERS,
  'set-up-newspaper': OWNERS,
  'add-mirror': OWNERS,
  'remove-mirror': OWNERS,
  'sign-mirrors': OWNERS,
  'load-sample': OWNERS,
  'remove-sample': OWNERS,
  'end-sessions': OWNERS,
  panic: OWNERS,
  'unlock-studio': OWNERS,
  'rotate-keys': OWNERS,
}
