import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { parseLocalDate } from '../time.ts'
import type { StoryDocument } from './document.ts'
import { parseDocument } from './document-schema.ts'
import { idOf } from './inline-schema.ts'

const localDate = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, 'must be a date, such as 2024-07-29')
  .transform((text) => parseLocalDate(text) as NonNullable<ReturnType<typeof parseLocalDate>>)

/** A body of any version that this release knows, raised to the present one. */
const body = z.custom<StoryDocument>().transform((json, context): StoryDocument => {
  try {
    return parseDocument(json)
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
})

/** What stands around the body. */
const head = {
  kicker: z.string().nullable(),
  headline: z.string(),
  standfirst: z.string(),
  dateline: z.strictObject({ place: z.string(), on: localDate.nullable() }).nullable(),
  sectionIds: z.array(idOf('section')).readonly(),
  bylines: z.array(idOf('persona')).readonly(),
  keywords: z.array(z.string()).readonly(),
}

/** What a reporter writes, as it comes from outside. No length is judged: words that were typed are kept first of all. */
export const storyContent = z.strictObject({ ...head, body })

/** The same on its way out, where the body is known to be one. */
export const knownContent = z.object({ ...head, body: z.custom<StoryDocument>() })
