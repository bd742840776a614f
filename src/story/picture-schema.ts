import { z } from 'zod'
import { parseId, type PictureId } from '../ids.ts'

const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)

const mapPicture = z.strictObject({
  kind: z.literal('map'),
  bounds: z
    .tuple([longitude, latitude, longitude, latitude])
    .refine(([west, south, east, north]) => west < east && south < north, 'must be west, south, east, north'),
  marks: z.array(
    z.strictObject({
      label: z.string().min(1),
      lat: latitude,
      lon: longitude,
      radiusKm: z.number().positive().max(2000).nullable(),
    }),
  ),
})

const chartPicture = z.strictObject({
  kind: z.literal('chart'),
  unit: z.string().min(1),
  bars: z
    .array(
      z
        .strictObject({
          label: z.string().min(1),
          low: z.number().min(0),
          high: z.number().min(0),
          words: z.string().min(1),
        })
        .refine((bar) => bar.low <= bar.high, 'a range begins with its lower number'),
    )
    .min(1),
})

const photoPicture = z.strictObject({
  kind: z.literal('photo'),
  pictureId: z.string().transform((text, context): PictureId => {
    const id = parseId('picture', text)
    if (id) return id
    context.addIssue('must be the id of a picture, such as pic_0123456789abcdef')
    return z.NEVER
  }),
  cover: z.string().min(1).nullable(),
})

const missingPicture = z.strictObject({
  kind: z.literal('missing'),
  name: z.string().nullable(),
  url: z.string().nullable(),
})

/** What a figure may show. */
export const picture = z.discriminatedUnion('kind', [photoPicture, mapPicture, chartPicture, missingPicture])
