import { z } from 'zod'
import { parseInstant } from '../../time.ts'

/** The parameters of a path that names one thing: `named('storyId', idOf('story'))`. */
export function named<const Name extends string, Schema extends z.ZodType>(
  name: Name,
  id: Schema,
): z.ZodObject<Record<Name, Schema>> {
  return z.object({ [name]: id } as Record<Name, Schema>)
}

/** An instant, ISO 8601 in UTC. */
export const instant = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, 'must be an instant in UTC, such as 2024-07-29T06:00:00.000Z')
  .transform((text) => parseInstant(text) as NonNullable<ReturnType<typeof parseInstant>>)

/** What an act answers that readers see: kept for certain, and live now or a moment later. */
export const isLive = z.object({ isLive: z.boolean() })

/** A name or a sentence: no control characters, not empty, at most so many characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max} characters`)
    .refine((text) => !/\p{Cc}/u.test(text), 'must be one line of text')

/** Several lines of text. */
export const words = (max: number) => z.string().trim().max(max, `must have at most ${max} characters`)
