import { z } from 'zod'
import { type IdKind, type makeId, parseId } from '../ids.ts'
import { WEB_ADDRESS } from './web-address.ts'

/** Where a link may lead: the web, a mailbox, this site. */
export const webAddress = z.string().regex(WEB_ADDRESS, 'must be a web address, a mail address or a path')

/** An id of this kind, in its form. */
export const idOf = <Kind extends IdKind>(kind: Kind) =>
  z
    .string()
    .refine((text) => parseId(kind, text) !== undefined, `must be the id of a ${kind}`)
    .transform((text) => text as ReturnType<typeof makeId<Kind>>)

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('strong') }),
  z.strictObject({ type: z.literal('emphasis') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: webAddress }) }),
  z.strictObject({ type: z.literal('language'), attrs: z.strictObject({ language: z.string().min(2) }) }),
  z.strictObject({
    type: z.literal('claim'),
    attrs: z.strictObject({ claimId: idOf('claim') }),
  }),
])

/** Text and what stands among it. */
export const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).exactOptional() }),
  z.strictObject({ type: z.literal('hardBreak') }),
  z.strictObject({ type: z.literal('footnoteReference'), attrs: z.strictObject({ id: z.string().min(1) }) }),
])
