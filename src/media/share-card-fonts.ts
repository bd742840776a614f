import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'

/** Which letters each family has; the Arabic ones come from one family, which goes with both. */
const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'] as const

const stackOf = (family: string): string =>
  [...SCRIPTS.map((script) => `"${family} ${script}"`), '"Card Naskh"'].join(', ')

/** The type of the cards: cut from the same packages on every machine, so that a card looks the same on each. */
export const SERIF = stackOf('Card Serif')
export const SANS = stackOf('Card Sans')

interface CutOfType {
  readonly name: string
  readonly packageName: string
  readonly weights: readonly number[]
  readonly scripts: readonly string[]
}

const CUTS: readonly CutOfType[] = [
  { name: 'Card Serif', packageName: 'source-serif-4', weights: [700], scripts: SCRIPTS },
  { name: 'Card Sans', packageName: 'source-sans-3', weights: [400, 600], scripts: SCRIPTS },
]

const require = createRequire(import.meta.url)

/** Makes the type known to the canvas of this thread. */
export async function loadFonts(): Promise<void> {
  for (const { name, packageName, weights, scripts } of CUTS) {
    for (const script of scripts) {
      for (const weight of weights) await addCut(packageName, script, weight, `${name} ${script}`)
    }
  }
  for (const weight of [400, 700]) await addCut('noto-naskh-arabic', 'arabic', weight, 'Card Naskh')
}

async function addCut(packageName: string, script: string, weight: number, family: string): Promise<void> {
  const file = require.resolve(`@fontsource/${packageName}/files/${packageName}-${script}-${weight}-normal.woff2`)
  if (GlobalFonts.register(await readFile(file), family) === null) {
    throw new Error(`The type ${packageName} ${script} ${weight} cannot be read.`)
  }
}
