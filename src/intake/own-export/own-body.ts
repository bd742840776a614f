import type { Block, Figure, Inline, Mark, StoryDocument } from '../../story/document.ts'
import { inlineText } from '../../story/plain-text.ts'
import type { IncomingPicture, StoryProblem } from '../incoming.ts'

/** A body as another newsroom can take it in. */
export interface OwnBody {
  readonly body: StoryDocument
  readonly pictures: readonly IncomingPicture[]
  readonly problems: readonly StoryProblem[]
}

/** Blocks that show what only the other newsroom's record knows. */
const OF_THE_RECORD: ReadonlySet<Block['type']> = new Set(['ledger', 'timeline', 'eventMap'])

/**
 * A body without what leads into the other newsroom: its pictures become pictures that are yet to be brought over, by the
 * names of their files; words that state a figure stay words; what was drawn from its record is left out and told.
 *
 * @param pictureName the name of a picture's file
 */
export function ownBody(document: StoryDocument, pictureName: (id: string) => string): OwnBody {
  const claims = { count: 0 }
  const kept = document.content.filter(({ type }) => !OF_THE_RECORD.has(type))
  const content = kept.map((block) => withoutClaims(withMissingPicture(block, pictureName), claims))
  const left = document.content.length - kept.length
  const problems: StoryProblem[] = []
  if (left > 0) {
    problems.push(
      told(`${left === 1 ? 'A box that shows' : `${left} boxes that show`} the other newsroom’s record: left out.`),
    )
  }
  if (claims.count > 0) {
    problems.push(
      told(
        `${claims.count === 1 ? 'A figure rests' : `${claims.count} figures rest`} on claims in the other newsroom’s record: the words are here, the claims are not.`,
      ),
    )
  }
  const pictures = content.flatMap((block, index) => (block.type === 'figure' ? pictureOf(block, index === 0) : []))
  return { body: { ...document, content }, pictures, problems }
}

const told = (what: string): StoryProblem => ({ what, where: null })

function withMissingPicture(block: Block, pictureName: (id: string) => string): Block {
  if (block.type !== 'figure' || block.attrs.picture.kind !== 'photo') return block
  const name = pictureName(block.attrs.picture.pictureId)
  return { ...block, attrs: { ...block.attrs, picture: { kind: 'missing', name, url: null } } }
}

function pictureOf({ attrs, content }: Figure, isLead: boolean): IncomingPicture[] {
  if (attrs.picture.kind !== 'missing') return []
  const caption = inlineText(content).trim()
  const { name, url } = attrs.picture
  return [
    {
      role: isLead ? 'lead' : 'body',
      name,
      url,
      alt: attrs.alt === '' ? null : attrs.alt,
      caption: caption === '' ? null : caption,
      credit: attrs.credit,
    },
  ]
}

/** The block without marks of claims, however deep its words stand. */
function withoutClaims<Part>(part: Part, claims: { count: number }): Part {
  if (Array.isArray(part)) return part.map((one: unknown) => withoutClaims(one, claims)) as Part
  if (typeof part !== 'object' || part === null) return part
  if (isText(part) && part.marks?.some(isClaim)) {
    claims.count += 1
    const marks = part.marks.filter((mark) => !isClaim(mark))
    const { marks: _before, ...rest } = part
    return (marks.length > 0 ? { ...rest, marks } : rest) as Part
  }
  return Object.fromEntries(
    Object.entries(part).map(([name, value]: [string, unknown]) => [name, withoutClaims(value, claims)]),
  ) as Part
}

const isText = (part: object): part is Extract<Inline, { type: 'text' }> => 'type' in part && part.type === 'text'

const isClaim = ({ type }: Mark): boolean => type === 'claim'
