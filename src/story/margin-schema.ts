import { z } from 'zod'
import { parseInstant } from '../time.ts'
import { idOf } from './inline-schema.ts'

const place = z.number().int().nonnegative()

const instant = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, 'must be an instant in UTC')
  .transform((text) => parseInstant(text) as NonNullable<ReturnType<typeof parseInstant>>)

const commentAnchor = z
  .strictObject({ id: idOf('comment'), from: place, to: place })
  .refine(({ from, to }) => from <= to, 'must not end before it begins')

const suggestion = z
  .strictObject({
    id: idOf('suggestion'),
    from: place,
    to: place,
    text: z.string(),
    by: idOf('account'),
    at: instant,
  })
  .refine(({ from, to }) => from <= to, 'must not end before it begins')

/** What stands beside a text at work, as it comes from a browser. */
export const margin = z.strictObject({
  comments: z.array(commentAnchor).readonly(),
  suggestions: z.array(suggestion).readonly(),
})
