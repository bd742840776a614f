import { isSlug } from './addresses.ts'
import type { Block, Figure } from './document.ts'
import type { Story, StoryContent, StoryState } from './story.ts'
import { type Instant, instantOf } from '../time.ts'

/** Why something may not be done now. A value, so that a button can be greyed and say why. */
export type Refusal =
  | { readonly kind: 'held'; readonly reason: string }
  | { readonly kind: 'embargoed'; readonly until: Instant }
  | { readonly kind: 'killed'; readonly at: Instant }
  | { readonly kind: 'already-live' }
  | { readonly kind: 'not-live' }
  | { readonly kind: 'in-the-past'; readonly at: Instant }
  | { readonly kind: 'no-headline' }
  | { readonly kind: 'no-body' }
  | { readonly kind: 'no-address' }
  | { readonly kind: 'figure-without-alt'; readonly caption: string }
  | { readonly kind: 'wrong-state'; readonly from: StoryState; readonly to: StoryState }
  | { readonly kind: 'too-late-to-undo'; readonly until: Instant | null }
  | { readonly kind: 'noted-since' }

/**
 * May this story go before readers now? Null means yes.
 *
 * A held or embargoed story may not, whoever asks; nor one that was killed, has no headline or body,
 * or shows a picture that a blind reader would miss. The live revision may not be published a second time.
 */
export function refusalToPublish(story: Story, now: Instant): Refusal | null {
  if (story.state === 'killed' && story.kill) return { kind: 'killed', at: story.kill.at }
  if (story.hold) return { kind: 'held', reason: story.hold.reason }
  if (story.embargoUntil && story.embargoUntil > now) return { kind: 'embargoed', until: story.embargoUntil }
  if (story.liveRevision === story.revision) return { kind: 'already-live' }
  return refusalOfContent(story)
}

/** May it be set to publish by itself at `at`? The same rules, judged as of that time. */
export function refusalToSchedule(story: Story, at: Instant, now: Instant): Refusal | null {
  if (at <= now) return { kind: 'in-the-past', at }
  return refusalToPublish(story, at)
}

/** Corrections, updates and kills are for stories that readers have. */
export const refusalToAmend = (story: Story): Refusal | null => {
  if (story.kill) return { kind: 'killed', at: story.kill.at }
  return story.liveRevision === null ? { kind: 'not-live' } : null
}

/** How long a publication can be taken back as if it had not been: what many have read is corrected, or withdrawn. */
const UNDO_WITHIN_MS = 30 * 60 * 1000

/**
 * May the newest publication be taken back? Not once it is half an hour old, nor when readers were told something of this
 * version since: the note would speak of words that are gone.
 *
 * @param publishedAt null where nobody noted it, as with an import
 */
export function refusalToUndo(
  { publishedAt, newestNote }: { readonly publishedAt: Instant | null; readonly newestNote: Instant | null },
  now: Instant,
): Refusal | null {
  if (publishedAt === null) return { kind: 'too-late-to-undo', until: null }
  const until = instantOf(new Date(Date.parse(publishedAt) + UNDO_WITHIN_MS))
  if (now > until) return { kind: 'too-late-to-undo', until }
  return newestNote !== null && newestNote > publishedAt ? { kind: 'noted-since' } : null
}

/** The moves a desk makes before publication; publishing, scheduling and killing have rules of their own. */
const DESK_MOVES: Readonly<Record<StoryState, readonly StoryState[]>> = {
  draft: ['in-review', 'approved'],
  'in-review': ['draft', 'approved'],
  approved: ['draft', 'in-review'],
  scheduled: ['draft', 'in-review', 'approved'],
  published: [],
  killed: [],
}

/** May a desk move the story along, or back? */
export const refusalToMove = (from: StoryState, to: StoryState): Refusal | null =>
  DESK_MOVES[from].includes(to) ? null : { kind: 'wrong-state', from, to }

function refusalOfContent(story: Pick<Story, 'slug'> & { readonly content: StoryContent }): Refusal | null {
  const { headline, body } = story.content
  if (headline.trim() === '') return { kind: 'no-headline' }
  if (!body.content.some(hasSubstance)) return { kind: 'no-body' }
  if (!isSlug(story.slug)) return { kind: 'no-address' }
  const mute = body.content.find((block): block is Figure => block.type === 'figure' && lacksAlt(block))
  return mute ? { kind: 'figure-without-alt', caption: textOf(mute) } : null
}

/** A picture that has not been brought over shows nothing, so it needs no description yet. */
const lacksAlt = ({ attrs }: Figure): boolean =>
  attrs.picture.kind !== 'missing' && !attrs.decorative && attrs.alt.trim() === ''

function hasSubstance(block: Block): boolean {
  if (block.type === 'rule') return false
  if (block.type === 'figure') return block.attrs.picture.kind !== 'missing'
  return !('content' in block) || block.content.length > 0
}

const textOf = (figure: Figure): string =>
  figure.content.map((part) => (part.type === 'text' ? part.text : '')).join('')

/** The refusal as a sentence for whoever asked, in plain English. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'held':
      return `The story is on hold: ${refusal.reason}.`
    case 'embargoed':
      return `The story is under embargo until ${refusal.until}.`
    case 'killed':
      return `The story was killed at ${refusal.at}; its address keeps its notice.`
    case 'already-live':
      return 'Readers already have this revision.'
    case 'not-live':
      return 'The story has not been published.'
    case 'in-the-past':
      return `${refusal.at} is not in the future.`
    case 'no-headline':
      return 'The story has no headline.'
    case 'no-body':
      return 'The story has no text.'
    case 'no-address':
      return 'The story has no usable slug.'
    case 'figure-without-alt':
      return `A picture has no description for readers who cannot see it (caption: “${refusal.caption}”).`
    case 'wrong-state':
      return `A story that is ${refusal.from} cannot become ${refusal.to} this way.`
    case 'too-late-to-undo':
      return 'A publication can be taken back for half an hour; after that, correct the story or withdraw it.'
    case 'noted-since':
      return 'A note was issued since the publication; publish the earlier words again instead.'
  }
}
