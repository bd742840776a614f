import { describe, expect, it } from 'vitest'
import type { AccountId, DeskId } from '../../src/ids.ts'
import { type Act, OWN_ACTS, PAPER_ACTS, RECORD_ACTS, STORY_ACTS } from '../../src/staff/acts.ts'
import { can, type StoryAccess, whyNot, whyNotInWords } from '../../src/staff/can.ts'
import { HOUSE_RULES, STORY_RULES } from '../../src/staff/permissions.ts'
import { type Grant, NOBODY, type Role, ROLES, SCOPES, type Staff } from '../../src/staff/role.ts'
import { ALL_ACTS, scopeFor } from '../../src/staff/scopes.ts'
import type { StoryState } from '../../src/story/story.ts'

const ANA = 'acc_ana' as AccountId
const MALI = 'dsk_mali' as DeskId
const SUDAN = 'dsk_sudan' as DeskId
const STATES: readonly StoryState[] = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed']

const staff = (role: Role, more: Partial<Grant> = {}): Staff => ({
  accountId: ANA,
  grants: [{ role, deskId: null, ...more }],
  scopes: null,
})

const aStory = (more: Partial<StoryAccess> = {}): StoryAccess => ({
  state: 'draft',
  deskId: MALI,
  authors: [],
  ...more,
})

describe('every act', () => {
  it('stands in one list only, and has a rule', () => {
    const all = [...STORY_ACTS, ...RECORD_ACTS, ...PAPER_ACTS, ...OWN_ACTS]
    expect(all).toEqual([...new Set(all)])
    expect(ALL_ACTS).toEqual(all)
    expect(Object.keys(STORY_RULES).sort()).toEqual([...STORY_ACTS].sort())
    expect(Object.keys(HOUSE_RULES).sort()).toEqual([...RECORD_ACTS, ...PAPER_ACTS].sort())
  })

  it('is open to an owner, for some story in some state', () => {
    expect(ALL_ACTS.filter((act) => !can(staff('owner'), act))).toEqual([])
  })

  it('is closed to whoever holds no role, but for what everybody does with their own account', () => {
    const nobody = { accountId: ANA, grants: [], scopes: null }
    expect(ALL_ACTS.filter((act) => can(nobody, act))).toEqual([...OWN_ACTS])
    expect(ALL_ACTS.filter((act) => can(NOBODY, act))).toEqual([...OWN_ACTS])
  })
})

describe.each(ROLES)('a role for one desk: %s', (role) => {
  const ofMali = staff(role, { deskId: MALI })
  const own = (act: Act) => (state: StoryState) => can(ofMali, act, aStory({ state, deskId: SUDAN, authors: [ANA] }))

  it.each(STORY_ACTS)('%s: never on another desk’s story, unless it is their own', (act) => {
    for (const state of STATES) expect(can(ofMali, act, aStory({ state, deskId: SUDAN }))).toBe(false)
    expect(STATES.filter(own(act))).toEqual(STATES.filter((state) => STORY_RULES[act][role]?.states.includes(state)))
  })

  it('reaches the stories that no desk has yet as far as its own desk’s', () => {
    for (const act of STORY_ACTS) {
      for (const state of STATES) {
        const unassigned = can(ofMali, act, aStory({ state, deskId: null }))
        expect(unassigned).toBe(can(ofMali, act, aStory({ state, deskId: MALI })))
      }
    }
  })
})

describe('what must never be', () => {
  it('lets nobody but owners and editors put anything before readers, or take it away', () => {
    const publicActs: readonly Act[] = [
      'approve-story',
      'schedule-story',
      'publish-story',
      'release-story',
      'embargo-story',
      'issue-correction',
      'issue-clarification',
      'issue-update',
      'undo-publication',
      'kill-story',
      'pin-story',
      'set-page',
    ]
    for (const role of ROLES.filter((one) => one !== 'owner' && one !== 'editor')) {
      expect(publicActs.filter((act) => can(staff(role), act))).toEqual([])
    }
  })

  it('shows drafts to nobody who translates or researches', () => {
    for (const role of ['translator', 'researcher'] as const) {
      expect(STATES.filter((state) => can(staff(role), 'read-story', aStory({ state })))).not.toContain('draft')
      expect(STATES.filter((state) => can(staff(role), 'read-story', aStory({ state })))).not.toContain('in-review')
    }
  })

  it('shows a contributor no story but their own', () => {
    for (const state of STATES) {
      expect(whyNot(staff('contributor'), 'read-story', aStory({ state }))).toEqual({ kind: 'not-yours' })
      expect(can(staff('contributor'), 'read-story', aStory({ state, authors: [ANA] }))).toBe(true)
    }
  })

  it('lets nobody change a killed story, but for what the desk says of it among themselves', () => {
    const onKilled = STORY_ACTS.filter((act) =>
      ROLES.some((role) => can(staff(role), act, aStory({ state: 'killed' }))),
    )
    expect(onKilled).toEqual(['read-story', 'comment-on-story', 'finish-task'])
  })
})

const key = (...scopes: Staff['scopes'] & {}): Staff => ({ ...staff('owner'), scopes })

describe('a key', () => {
  it('does what its scopes name, and nothing of people, keys and the house as a whole', () => {
    expect(can(key('read'), 'read-story', aStory())).toBe(true)
    expect(whyNot(key('read'), 'revise-story', aStory())).toEqual({ kind: 'scope', scope: 'write' })
    const closed = ALL_ACTS.filter((act) => scopeFor(act) === null)
    expect(closed.filter((act) => can(key(...SCOPES), act))).toEqual([])
    expect(closed).toEqual(
      expect.arrayContaining(['make-key', 'invite', 'export-newsroom', 'open-sealed', 'read-audit']),
    )
  })

  it('never does more than whoever made it', () => {
    for (const role of ROLES) {
      const limited: Staff = { ...staff(role), scopes: [...SCOPES] }
      expect(ALL_ACTS.filter((act) => can(limited, act) && !can(staff(role), act))).toEqual([])
    }
  })
})

const wordsFor = (who: Staff, act: Act, story: StoryAccess | null = null) => {
  const reason = whyNot(who, act, story)
  return reason && whyNotInWords(reason)
}

describe('a refusal', () => {
  it('says in words which role, which desk, or which state is in the way', () => {
    expect(wordsFor(staff('reporter'), 'publish-story')).toBe('This needs the role of owner or editor.')
    expect(wordsFor(staff('editor', { deskId: SUDAN }), 'publish-story', aStory())).toBe(
      'The story belongs to another desk.',
    )
    expect(wordsFor(staff('reporter'), 'revise-story', aStory({ state: 'approved' }))).toBe(
      'This cannot be done by you while the story is approved.',
    )
  })
})
