import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LintEffect } from '../../src/desk/lint-json.ts'
import type { DeskStance } from '../../src/desk/reading.ts'

/** A claim as somebody annotated it by hand; spans count characters of Unicode in the text of the story. */
export interface GoldClaim {
  readonly id: string
  readonly story: string
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly claimant: string | null
  readonly via: string | null
  readonly effect: LintEffect | 'other'
  readonly who: string | null
  readonly figure: GoldFigure
  readonly date: string | null
  readonly place: string | null
  readonly stance: DeskStance
  /** Other answers that count as right, by field. */
  readonly also_accept?: Readonly<Partial<Record<string, readonly unknown[]>>>
  /** One that is not may be suggested or not. */
  readonly required: boolean
  readonly date_scored?: boolean
}

export interface GoldFigure {
  readonly text: string
  readonly min: number | null
  readonly max: number | null
  readonly approx: boolean
  readonly vague: string | null
  readonly start: number
  readonly end: number
}

/** An annotated story; the file is read as `onrecord lint` reads it, header and all. */
export interface GoldStory {
  readonly id: string
  readonly file: string
  readonly language: 'en' | 'fr'
  readonly bytes: Uint8Array
  readonly claims: readonly GoldClaim[]
}

interface Key {
  readonly stories: Readonly<Record<string, { readonly lang: string }>>
  readonly claims: readonly GoldClaim[]
}

/** The stories of a folder with its `gold.json`. */
export async function goldStories(folder: string): Promise<GoldStory[]> {
  const key = JSON.parse(await readFile(join(folder, 'gold.json'), 'utf8')) as Key
  const files = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort()
  const stories: GoldStory[] = []
  for (const file of files) {
    const id = file.replace(/\.txt$/, '')
    const told = key.stories[id]
    if (!told) continue
    const bytes = await readFile(join(folder, file))
    const claims = key.claims.filter(({ story }) => story === id)
    stories.push({ id, file: join(folder, file), language: told.lang === 'fr' ? 'fr' : 'en', bytes, claims })
  }
  return stories
}
