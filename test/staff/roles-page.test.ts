import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PAPER_ACTS, RECORD_ACTS, STORY_ACTS } from '../../src/staff/acts.ts'
import { HOUSE_RULES, STORY_RULES } from '../../src/staff/permissions.ts'
import { type Role, ROLES } from '../../src/staff/role.ts'
import { scopeFor } from '../../src/staff/scopes.ts'

const page = readFileSync(new URL('../../docs/operate/roles.md', import.meta.url), 'utf8')

const LETTER = { draft: 'd', 'in-review': 'r', approved: 'a', scheduled: 's', published: 'p', killed: 'k' } as const

/** One line for each act, as the page has it: the whole table, role by role and state by state. */
const storyLine = (act: (typeof STORY_ACTS)[number]): string => {
  const cells = ROLES.map((role: Role) => {
    const rule = STORY_RULES[act][role]
    return rule ? `${rule.states.map((state) => LETTER[state]).join('')}${rule.whose === 'own' ? ' (own)' : ''}` : '–'
  })
  return `| ${[`\`${act}\``, ...cells, scopeFor(act) ?? 'none'].join(' | ')} |`
}

const houseLine = (act: (typeof RECORD_ACTS)[number] | (typeof PAPER_ACTS)[number]): string => {
  const cells = ROLES.map((role: Role) => (HOUSE_RULES[act].includes(role) ? 'yes' : '–'))
  return `| ${[`\`${act}\``, ...cells, scopeFor(act) ?? 'none'].join(' | ')} |`
}

const lines = [...STORY_ACTS.map(storyLine), ...[...RECORD_ACTS, ...PAPER_ACTS].map(houseLine)]

it('shows who may do what, act by act, as the program judges it', () => {
  const shown = page.split('\n').filter((line) => line.startsWith('| `'))
  expect(shown).toEqual(lines)
})
