import { z } from 'zod'
import { OnrecordError } from '../../errors.ts'
import { parseDocument } from '../../story/document-schema.ts'
import type { StoryDocument } from '../../story/document.ts'
import type { ReadStory } from '../../desk/story-text.ts'
import { type Instant, parseInstant } from '../../time.ts'

/** A story with what is known beside its words. */
export interface LintStory {
  /** Its id, where it has one. */
  readonly story: string | null
  readonly content: ReadStory
  /** As it says, not yet looked at. */
  readonly language: string | null
  readonly publishedAt: Instant | null
}

/**
 * Our own stories in a text: one as `story show --json` prints it, as an export holds it, or its body alone; or the lines
 * of `onrecord export`. Of each the newest text is read.
 *
 * @returns undefined for what is no JSON: a text that begins with a bracket
 * @throws OnrecordError `bad-input` for JSON that holds no story
 */
export function storiesInJson(text: string, name: string): LintStory[] | undefined {
  const whole = jsonOf(text)
  if (whole !== undefined) return oneStory(whole) ?? noStory(name)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const first = jsonOf(lines[0] ?? '')
  if (first === undefined) return /^\s*\{\s*"/.test(text) ? noStory(name) : undefined
  const stories = lines.flatMap((line) => oneStory(jsonOf(line)) ?? [])
  return stories.length > 0 ? stories : noStory(name)
}

/** What a text says as JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function noStory(name: string): never {
  throw new OnrecordError('bad-input', `${name} looks like JSON, but holds no story of Onrecord that can be read.`, {
    remedy: 'Give what `./onrecord story show ID --json` or `./onrecord export` prints, or the text of the story.',
  })
}

const body = z.custom<StoryDocument>().transform((json, context): StoryDocument => {
  try {
    return parseDocument(json)
  } catch {
    context.addIssue('must be the body of a story')
    return z.NEVER
  }
})

const content = z.object({ headline: z.string().catch(''), standfirst: z.string().catch(''), body })

const known = z.object({
  id: z.string().nullable().catch(null),
  language: z.string().nullable().catch(null),
  firstPublished: z.object({ at: z.string() }).nullable().catch(null),
  firstPublishedAt: z.string().nullable().catch(null),
  revision: z.number().nullable().catch(null),
})

/** A whole story, a line of an export, or a story's file in one: what they have in common is a text somewhere. */
const story = z.object({
  content: content.optional().catch(undefined),
  newest: content.optional().catch(undefined),
  live: content.optional().catch(undefined),
  workingCopy: z.object({ content }).optional().catch(undefined),
  revisions: z.array(z.object({ revision: z.number(), content })).catch([]),
  story: known.optional().catch(undefined),
})

function oneStory(json: unknown): LintStory[] | undefined {
  const bare = body.safeParse(json)
  const told = bare.success ? { headline: '', standfirst: '', body: bare.data } : content.safeParse(json).data
  const read = told === undefined ? story.safeParse(json).data : undefined
  const newest = read?.revisions.toSorted((one, other) => other.revision - one.revision)[0]
  const found = told ?? read?.content ?? read?.workingCopy?.content ?? read?.newest ?? newest?.content ?? read?.live
  if (!found) return undefined
  const facts = read?.story ?? known.safeParse(json).data
  return [
    {
      story: facts?.id ?? null,
      content: found,
      language: facts?.language ?? null,
      publishedAt: parseInstant(facts?.firstPublished?.at ?? facts?.firstPublishedAt ?? '') ?? null,
    },
  ]
}
