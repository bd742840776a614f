import { ALL_ENDPOINTS } from '../../src/http/contract/all-endpoints.ts'
import type { Endpoint } from '../../src/http/contract/endpoint.ts'
import type { AccountId, DeskId } from '../../src/ids.ts'
import { type Act, STORY_ACTS, type StoryAct } from '../../src/staff/acts.ts'
import { can } from '../../src/staff/can.ts'
import { type Role, ROLES, type Scope } from '../../src/staff/role.ts'
import { scopeFor } from '../../src/staff/scopes.ts'
import type { StoryState } from '../../src/story/story.ts'

/** One thing that can be asked of the studio. */
export interface One {
  readonly key: string
  readonly endpoint: Endpoint
}

export const EVERY: readonly One[] = Object.entries(ALL_ENDPOINTS).map(([key, endpoint]) => ({ key, endpoint }))

export const STATES: readonly StoryState[] = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed']

const DESK = 'dsk_mali' as DeskId
const SOMEBODY = 'acc_somebody' as AccountId
const ELSE = 'acc_else' as AccountId

/** The act on one story that an endpoint stands for; null where it is for none, or for all of them. */
export function actOnStory({ key, endpoint: { may } }: One): StoryAct | null {
  const act = STORY_ACTS.find((known) => known === may)
  return act && key.includes('{storyId}') ? act : null
}

/** Which states a role opens for an act, on a story of one's own or on another of the desk. */
function statesFor(role: Role, act: StoryAct, isOwn: boolean): StoryState[] {
  const staff = { accountId: SOMEBODY, grants: [{ role, deskId: null }], scopes: null }
  return STATES.filter((state) => {
    const story = { state, deskId: DESK, authors: [isOwn ? SOMEBODY : ELSE] }
    return can(staff, 'read-story', story) && can(staff, act, story)
  })
}

const isAct = (may: Endpoint['may']): may is Act => may !== 'anyone' && may !== 'signed-in'

/** The scope that opens an endpoint to a key; null where none does. */
export function scopeOf({ endpoint: { may, scope, confirmed } }: One): Scope | null {
  if (may === 'anyone' || confirmed) return null
  return isAct(may) ? scopeFor(may) : (scope ?? null)
}

/** The roles that an endpoint is for, where the state of no story has a say in it. */
export const rolesFor = ({ endpoint: { may } }: One): readonly Role[] =>
  isAct(may)
    ? ROLES.filter((role) => can({ accountId: SOMEBODY, grants: [{ role, deskId: null }], scopes: null }, may))
    : ROLES

function linesOf(one: One): string[] {
  const { key, endpoint } = one
  const scope = scopeOf(one)
  const keys = endpoint.may === 'anyone' ? '' : scope === null ? ', by no key' : `, or a key for ${scope}`
  const head = `${key}\n  ${endpoint.may}${endpoint.confirmed ? ', confirmed lately' : ''}${keys}`
  const act = actOnStory(one)
  if (endpoint.may === 'anyone') return [head]
  if (act === null) return [head, `  ${rolesFor(one).join(' ')}`]
  return [head, ...ROLES.flatMap((role) => roleLines(role, act))]
}

function roleLines(role: Role, act: StoryAct): string[] {
  const [own, others] = [statesFor(role, act, true).join(' '), statesFor(role, act, false).join(' ')]
  if (own === '') return []
  if (own === others) return [`  ${role}: ${own}`]
  return [`  ${role}, their own: ${own}`, ...(others === '' ? [] : [`  ${role}, of the desk: ${others}`])]
}

/** How the table begins. */
const PREFACE = `Who may ask what of the studio, made by ONRECORD_WRITE=1 from the code. Read what changes here as what it is: somebody may
something that they could not, or no longer can. Each endpoint says its act and which scope opens it to a key; then the
roles, and where it is about one story, in which of its states. A held story, and one under embargo, has a state besides:
what must wait for them is refused by the rules of publishing, not by a role. Nobody who is not signed in, suspended, or of
another desk alone (but for a story of their own, or of no desk) is let through anywhere but where it says anyone.
`

/** The whole table as people read it. */
export const wholeTable = (): string => [PREFACE, ...EVERY.map((one) => linesOf(one).join('\n'))].join('\n') + '\n'
