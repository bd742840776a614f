import type { SpeakerMention, SpeechKind } from '../mentions.ts'
import type { Range } from './ground.ts'

/** An attribution as one rule finds it, in tokens. */
export interface Found {
  readonly first: number
  readonly last: number
  readonly speaker: SpeakerMention | null
  readonly via: SpeakerMention | null
  readonly speech: SpeechKind
  readonly scope: Range
  /** Does what is said stand before the words that name the speaker? */
  readonly isBehind: boolean
  readonly rule: string
}
