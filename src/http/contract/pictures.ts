import { z } from 'zod'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { instant, isLive, named, words } from './shapes.ts'

const focus = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

const picture = z.object({
  id: idOf('picture'),
  width: z.number(),
  height: z.number(),
  focus,
  colour: z.string(),
  alt: z.string(),
  decorative: z.boolean(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  licence: z.string().nullable(),
  takenOn: z.string().nullable(),
  addedAt: instant,
})

/** What somebody says of a picture; what is left out stays. */
const pictureWords = z.object({
  alt: words(2_000).exactOptional(),
  decorative: z.boolean().exactOptional(),
  caption: words(2_000).nullable().exactOptional(),
  credit: words(300).nullable().exactOptional(),
  licence: words(300).nullable().exactOptional(),
})

const upload = z.object({ uploadId: idOf('upload'), received: z.number(), pieceBytes: z.number() })

const onePicture = named('pictureId', idOf('picture'))
const oneUpload = named('uploadId', idOf('upload'))

/** Pictures on their way in and in the library. */
export const PICTURES_ENDPOINTS = endpoints({
  'POST /uploads': {
    summary: 'Begin to send a file, piece by piece.',
    may: 'signed-in',
    scope: 'write',
    body: z.object({ name: z.string().max(300), bytes: z.number().int().min(1).max(4_294_967_296) }),
    answer: upload,
  },
  'GET /uploads/{uploadId}': {
    summary: 'How much of a file has come: where to go on after the line broke.',
    may: 'signed-in',
    scope: 'write',
    params: oneUpload,
    answer: upload,
  },
  'PUT /uploads/{uploadId}': {
    summary: 'Send one piece of a file. One that has come already changes nothing.',
    may: 'signed-in',
    scope: 'write',
    params: oneUpload,
    query: z.object({ offset: z.coerce.number().int().min(0) }),
    body: 'bytes',
    answer: upload,
  },
  'DELETE /uploads/{uploadId}': {
    summary: 'Send no more of a file, and forget what has come of it.',
    may: 'signed-in',
    scope: 'write',
    params: oneUpload,
    answer: z.object({}),
  },
  'POST /uploads/{uploadId}/picture': {
    summary: 'Take a file that has come in as a picture. What the camera wrote in it goes no further than this answer.',
    may: 'add-picture',
    params: oneUpload,
    body: pictureWords,
    answer: z.object({
      picture,
      /** False when this very file was there before. */
      isNew: z.boolean(),
      /** Is the file as it came kept, sealed to the owners' keys? */
      isOriginalKept: z.boolean(),
      /** What the file said of itself: to choose from, never taken over unasked. Null for one that was there before. */
      inFile: z
        .object({
          caption: z.string().nullable(),
          credit: z.string().nullable(),
          copyright: z.string().nullable(),
          takenOn: z.string().nullable(),
          hasLocation: z.boolean(),
        })
        .nullable(),
    }),
  },
  'GET /pictures': {
    summary: 'Pictures, the newest first, or those in whose words something occurs.',
    may: 'add-picture',
    query: z.object({ q: z.string().max(200).exactOptional(), before: z.string().max(100).exactOptional() }),
    answer: z.object({ pictures: z.array(picture), before: z.string().nullable() }),
  },
  'GET /pictures/{pictureId}': {
    summary: 'A picture, and where it is shown.',
    may: 'add-picture',
    params: onePicture,
    answer: z.object({
      picture,
      shownIn: z.array(z.object({ storyId: idOf('story'), headline: z.string(), isLive: z.boolean() })),
    }),
  },
  'GET /pictures/{pictureId}/image': {
    summary: 'The picture itself, at the nearest width there is.',
    may: 'read-story',
    params: onePicture,
    query: z.object({ width: z.coerce.number().int().min(1).max(10_000).default(640) }),
    answer: 'other',
  },
  'PATCH /pictures/{pictureId}': {
    summary: 'Give a picture other words. Stories that show it keep theirs.',
    may: 'describe-picture',
    params: onePicture,
    body: pictureWords,
    answer: picture,
  },
  'PUT /pictures/{pictureId}/focus': {
    summary: 'Say which point stays in view where the picture is cropped.',
    may: 'set-focus',
    params: onePicture,
    body: focus,
    answer: isLive.extend({ picture }),
  },
})
