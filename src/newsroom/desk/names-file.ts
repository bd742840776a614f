import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { KnownName } from '../../desk/desk-text.ts'
import { OnrecordError } from '../../errors.ts'
import { ACTOR_KINDS } from '../../record/actor.ts'
import { jsonOf } from './lint-stories.ts'

const text = z.string().trim()

/** What a name is of; an actor may be told more exactly, by the record’s own kinds. */
const KINDS = ['actor', 'place', 'source', ...ACTOR_KINDS] as const

const row = z.object({
  name: text.min(1, { error: 'must have a name' }),
  aliases: z
    .union([z.array(text), text.transform((written) => written.split(/[;|]/).map((alias) => alias.trim()))])
    .default([])
    .transform((aliases) => aliases.filter((alias) => alias !== '')),
  kind: z
    .union([z.enum(KINDS), z.literal('')], { error: `must be of a kind: one of ${KINDS.join(', ')}` })
    .default('actor'),
})

/**
 * Names that a text is to be read with: JSON, a list of `{"name", "aliases", "kind"}`, or a CSV with these columns, the
 * aliases in one cell between semicolons.
 *
 * @throws OnrecordError `bad-input`, naming the first row that is wrong
 */
export function knownNames(written: string, file: string): KnownName[] {
  const rows = /^\s*[[{]/.test(written) ? listed(jsonOf(written)) : tabled(written)
  if (!rows) throw wrong(file, 'it is neither a list in JSON nor a table')
  return rows.map((one, index) => {
    const read = row.safeParse(one)
    if (read.success) return knownName(read.data)
    const [issue] = read.error.issues
    throw wrong(file, `name ${index + 1}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
  })
}

const wrong = (file: string, why: string): OnrecordError =>
  new OnrecordError('bad-input', `${file} cannot be read as names: ${why}.`, {
    remedy: 'A CSV needs the columns name, aliases and kind; JSON is a list of such objects. Only the name is needed.',
  })

const listed = (json: unknown): unknown[] | undefined => {
  if (Array.isArray(json)) return json
  const inside = typeof json === 'object' && json !== null && 'names' in json ? json.names : undefined
  return Array.isArray(inside) ? inside : undefined
}

const columnNames = (names: readonly string[]): string[] => names.map((name) => name.trim().toLowerCase())

function tabled(written: string): unknown[] | undefined {
  try {
    const rows = parse(written, {
      bom: true,
      columns: columnNames,
      skip_empty_lines: true,
      trim: true,
      delimiter: [',', '\t'],
    })
    const [first] = rows as readonly object[]
    return first && 'name' in first ? rows : undefined
  } catch {
    return undefined
  }
}

function knownName({ name, aliases, kind }: z.infer<typeof row>): KnownName {
  const actorKind = ACTOR_KINDS.find((known) => known === kind) ?? null
  return {
    entryId: name,
    kind: kind === 'place' || kind === 'source' ? kind : 'actor',
    name,
    aliases,
    actorKind,
    zone: null,
  }
}
