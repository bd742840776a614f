import type { StoryId } from '../ids.ts'
import type { Language } from './story.ts'

/** Everything that is written on the picture by which a story is shared: nothing is drawn that is not in here. */
export interface ShareCard {
  readonly storyId: StoryId
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** The paper's name. */
  readonly paper: string
  /** The kicker, or else the section; null where the story has neither. */
  readonly label: string | null
  readonly headline: string
  /** The day it was first published, in words. */
  readonly day: string
  /** "Corrected 2 August 2024", of the newest correction; null where nothing was corrected. */
  readonly corrected: string | null
}

/** In pixels: what the large services show whole (Open Graph, a ratio of 1.91 to 1). */
export const SHARE_CARD_SIZE = { width: 1200, height: 630 } as const

/** Goes up whenever the same words are drawn differently: every card then has a new address. */
const DESIGN = 1

const FOLDER = '/media/cards/'

/**
 * Where a story's card is: `/media/cards/<story>-<key>.png`. The key stands for every word on it, so that a correction has
 * a new address and no service goes on showing what it kept under the old one.
 */
export const shareCardPath = (card: ShareCard): string => `${FOLDER}${card.storyId}-${shareCardKey(card)}.png`

/** Sixteen hexadecimal digits that are others as soon as one letter on the card is. */
export function shareCardKey(card: ShareCard): string {
  const { storyId, language, direction, paper, label, headline, day, corrected } = card
  const drawn = JSON.stringify([DESIGN, storyId, language, direction, paper, label, headline, day, corrected])
  return [FIRST_SEED, SECOND_SEED].map((seed) => hashed(drawn, seed).toString(16).padStart(8, '0')).join('')
}

const FIRST_SEED = 0x811c9dc5
const SECOND_SEED = 0x9e3779b9

/**
 * FNV-1a over the text's UTF-16 units, both bytes of each, then stirred so that every bit counts. Good for telling cards
 * apart; not made against people who look for two texts with the same key, who would gain nothing here.
 */
function hashed(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Which card an address asks for; undefined for an address that is no card's. */
export function parseShareCardPath(path: string): { readonly storyId: string; readonly key: string } | undefined {
  const found = /^\/media\/cards\/(sty_[0-9a-z]{4,60})-([0-9a-f]{16})\.png$/.exec(path)
  const [, storyId, key] = found ?? []
  return storyId && key ? { storyId, key } : undefined
}
