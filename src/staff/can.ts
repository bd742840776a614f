import type { AccountId, DeskId } from '../ids.ts'
import type { StoryState } from '../story/story.ts'
import { type Act, OWN_ACTS, STORY_ACTS, type StoryAct } from './acts.ts'
import { HOUSE_RULES, STORY_RULES } from './permissions.ts'
import type { Grant, Role, Scope, Staff } from './role.ts'
import { scopeFor } from './scopes.ts'

/** What of a story decides who may do what to it. */
export interface StoryAccess {
  readonly state: StoryState
  /** The desk that answers for it; null leaves it to those whose role is for the whole paper, and to reporters. */
  readonly deskId: DeskId | null
  /** Who began it or was put on it. */
  readonly authors: readonly AccountId[]
}

/** Why somebody may not. A value, so that a screen can say it before anybody tries. */
export type WhyNot =
  | { readonly kind: 'role'; readonly roles: readonly Role[] }
  | { readonly kind: 'desk' }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'state'; readonly state: StoryState; readonly states: readonly StoryState[] }
  | { readonly kind: 'scope'; readonly scope: Scope | null }

/**
 * May somebody do this? Null means yes; otherwise the nearest reason: first the key's scope, then the role, then whose
 * story it is, then its state. The one answer that screens, the API and the verbs themselves give.
 *
 * @param story what the act would be done to; null asks whether the roles allow it for any story at all
 */
export function whyNot(staff: Staff, act: Act, story: StoryAccess | null = null): WhyNot | null {
  const scope = scopeFor(act)
  if (staff.scopes !== null && (scope === null || !staff.scopes.includes(scope))) return { kind: 'scope', scope }
  if (isOwnAct(act)) return null
  if (isStoryAct(act)) return whyNotOnStory(staff, act, story)
  const roles = HOUSE_RULES[act]
  return staff.grants.some(({ role }) => roles.includes(role)) ? null : { kind: 'role', roles }
}

/** The same as yes or no. */
export const can = (staff: Staff, act: Act, story: StoryAccess | null = null): boolean =>
  whyNot(staff, act, story) === null

const isStoryAct = (act: Act): act is StoryAct => (STORY_ACTS as readonly Act[]).includes(act)
const isOwnAct = (act: Act): act is (typeof OWN_ACTS)[number] => (OWN_ACTS as readonly Act[]).includes(act)

function whyNotOnStory({ accountId, grants }: Staff, act: StoryAct, story: StoryAccess | null): WhyNot | null {
  const rules = STORY_RULES[act]
  const held = grants.flatMap((grant) => {
    const rule = rules[grant.role]
    return rule ? [{ grant, rule }] : []
  })
  if (held.length === 0) return { kind: 'role', roles: Object.keys(rules) as Role[] }
  if (story === null) return null
  const isOwn = accountId !== null && story.authors.includes(accountId)
  const onDesk = held.filter(({ grant, rule }) => isOwn || (rule.whose === 'desk' && isOfDesk(grant, story)))
  if (onDesk.length === 0) return { kind: held.some(({ rule }) => rule.whose === 'desk') ? 'desk' : 'not-yours' }
  if (onDesk.some(({ rule }) => rule.states.includes(story.state))) return null
  const states = [...new Set(onDesk.flatMap(({ rule }) => rule.states))]
  return { kind: 'state', state: story.state, states }
}

/** A story that no desk has yet is every reporter's, so that none is lost between two desks. */
const isOfDesk = ({ deskId }: Grant, story: StoryAccess): boolean =>
  deskId === null || story.deskId === null || story.deskId === deskId

/** The reason as a sentence for whoever asked, in plain English. */
export function whyNotInWords(reason: WhyNot): string {
  switch (reason.kind) {
    case 'role':
      return `This needs the role of ${either(reason.roles)}.`
    case 'desk':
      return 'The story belongs to another desk.'
    case 'not-yours':
      return 'You may do this to your own stories only.'
    case 'state':
      return `This cannot be done by you while the story is ${reason.state}.`
    case 'scope':
      return reason.scope === null
        ? 'No API key may do this; it needs a person.'
        : `The key lacks the scope “${reason.scope}”.`
  }
}

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
