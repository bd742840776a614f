import ts from 'typescript'
import { expect, it } from 'vitest'
import { visitSource } from './source-files.ts'

/**
 * Where words go into a statement as they are, and why nobody outside can have a say in them. Everywhere else the query
 * builder, or a template of its own, keeps what is said apart from what is meant.
 */
const AS_IT_IS: Readonly<Record<string, string>> = {
  'src/database/connection-check.ts `pragma ${name}`': 'the name of a setting of SQLite, from a list beside it',
  "src/database/connection-check.ts 'pragma quick_check'": 'a constant',
  'src/database/migrate.ts statement': 'the files of migrations/, which come with the program',
  'src/edition/copy-edition.ts String(PORTION)': 'a number, and a constant',
  'src/edition/evidence-openings.ts PORTION': 'a number, and a constant',
  'src/edition/sweep.ts IDS': 'a number, and a constant',
  'src/store/moving-notes.ts definition': 'what PostgreSQL itself says of a rule that is put back as it was',
}

/** What of Kysely puts text into a statement as it is. */
const UNSAFE = new Set(['raw', 'lit', 'literal'])

const isSql = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'sql'

it('SQL is put together by the query builder, but for these places', { timeout: 120_000 }, () => {
  const found: string[] = []
  visitSource((node, { file }) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
    const { expression, name } = node.expression
    if (isSql(expression) && UNSAFE.has(name.text)) found.push(`${file} ${node.arguments[0]?.getText() ?? ''}`)
  })
  expect(found.filter((one) => !(one in AS_IT_IS))).toEqual([])
  expect(Object.keys(AS_IT_IS).filter((one) => !found.includes(one))).toEqual([])
})
