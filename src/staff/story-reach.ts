import type { DeskId } from '../ids.ts'
import type { StoryState } from '../story/story.ts'
import type { StoryAct } from './acts.ts'
import { STORY_RULES } from './permissions.ts'
import type { Staff } from './role.ts'

/** Some of the stories that somebody may do something to: those of a desk, or their own, in these states. */
export interface Reach {
  /** `all` desks; a desk's stories and those that no desk has yet; or only those that somebody is on. */
  readonly of: 'all' | 'own' | DeskId
  readonly states: readonly StoryState[]
}

/**
 * Which stories somebody may do this to, as conditions of which one must hold: what a list asks the database for, so that
 * nothing has to be left out of it afterwards. The same as `can` for each single story.
 */
export function storyReach({ grants }: Pick<Staff, 'grants'>, act: StoryAct): Reach[] {
  return grants.flatMap(({ role, deskId }): Reach[] => {
    const rule = STORY_RULES[act][role]
    if (!rule) return []
    const own: Reach = { of: 'own', states: rule.states }
    return rule.whose === 'own' ? [own] : [own, { of: deskId ?? 'all', states: rule.states }]
  })
}

/** For which desks somebody may do this: all of them, and a story without a desk too; or these alone. */
export function desksFor({ grants }: Pick<Staff, 'grants'>, act: StoryAct): 'all' | readonly DeskId[] {
  const held = grants.filter(({ role }) => STORY_RULES[act][role] !== undefined)
  const desks = held.flatMap(({ deskId }) => deskId ?? [])
  return held.length > desks.length ? 'all' : [...new Set(desks)]
}
