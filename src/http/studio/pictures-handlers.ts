import { OnrecordError } from '../../errors.ts'
import type { PictureShelves } from '../../media/media-store.ts'
import { assertFileSize } from '../../media/picture-limits.ts'
import {
  addPiece,
  beginUpload,
  findUpload,
  forgetUpload,
  PIECE_BYTES,
  uploadsIn,
  wholeUpload,
} from '../../media/uploads.ts'
import { addPicture } from '../../newsroom/add-picture.ts'
import { describePicture } from '../../newsroom/describe-picture.ts'
import { findPicture } from '../../newsroom/find-picture.ts'
import { newId } from '../../newsroom/newsroom.ts'
import { setFocus } from '../../newsroom/set-focus.ts'
import { can } from '../../staff/can.ts'
import { type Picture, picturesBefore, storiesShowing } from '../../store/pictures.ts'
import { storyAccess } from '../../store/story-access.ts'
import type { PICTURES_ENDPOINTS } from '../contract/pictures.ts'
import type { Handlers } from './answer-endpoint.ts'
import { cursorFrom, cursorOf } from './keyset.ts'
import { pictureJson } from './picture-json.ts'
import { accountOf, type Visit } from './visit.ts'

const PAGE = 40

/** Pictures on their way in and in the library. */
export const picturesHandlers: Handlers<typeof PICTURES_ENDPOINTS> = {
  'POST /uploads': async ({ body }, visit) => {
    const id = newId(visit.newsroom, 'upload')
    const by = accountOf(visit)
    await beginUpload(folderOf(visit), { id, by, ...body }, Date.parse(visit.newsroom.now()))
    return { uploadId: id, received: 0, pieceBytes: PIECE_BYTES }
  },
  'GET /uploads/{uploadId}': async ({ params }, visit) => {
    const { received } = await findUpload(folderOf(visit), params.uploadId, accountOf(visit))
    return { uploadId: params.uploadId, received, pieceBytes: PIECE_BYTES }
  },
  'PUT /uploads/{uploadId}': async ({ params, query }, visit) => {
    const upload = await findUpload(folderOf(visit), params.uploadId, accountOf(visit))
    const piece = new Uint8Array(await visit.request.arrayBuffer())
    const received = await addPiece(folderOf(visit), upload, { offset: query.offset, piece })
    return { uploadId: params.uploadId, received, pieceBytes: PIECE_BYTES }
  },
  'DELETE /uploads/{uploadId}': async ({ params }, visit) => {
    const { id } = await findUpload(folderOf(visit), params.uploadId, accountOf(visit))
    await forgetUpload(folderOf(visit), id)
    return {}
  },
  'POST /uploads/{uploadId}/picture': async ({ params, body: words }, visit) => {
    const folder = folderOf(visit)
    const upload = await findUpload(folder, params.uploadId, accountOf(visit))
    try {
      // Before the bytes are read into memory.
      assertFileSize(upload.bytes)
      const bytes = await wholeUpload(folder, upload)
      const added = await addPicture(visit.newsroom, visit.house.shelves, {
        bytes,
        words: given(words),
      })
      return {
        picture: pictureJson(added.picture),
        isNew: added.isNew,
        isOriginalKept: added.isOriginalKept,
        inFile: added.notes,
      }
    } finally {
      // Taken in or refused: the file as it came, with all that it may say, does not stay.
      if (upload.received === upload.bytes) await forgetUpload(folder, upload.id)
    }
  },
  'GET /pictures': async ({ query }, visit) => {
    const { staff } = visit.newsroom.actor
    const before = cursorFrom('picture', query.before)
    const seesAll = !staff || can(staff, 'describe-picture')
    const pictures = await picturesBefore(visit.newsroom.db, before && { addedAt: before.at, id: before.id }, PAGE, {
      ...(query.q === undefined ? {} : { words: query.q }),
      // Whoever may not describe everybody's pictures sees those they brought themselves.
      ...(seesAll ? {} : { by: visit.newsroom.actor.name }),
    })
    const last = pictures.length === PAGE ? pictures.at(-1) : undefined
    return { pictures: pictures.map(pictureJson), before: cursorOf(last && { at: last.addedAt, id: last.id }) }
  },
  'GET /pictures/{pictureId}': async ({ params }, visit) => {
    const picture = await findPicture(visit.newsroom.db, params.pictureId)
    return { picture: pictureJson(picture), shownIn: await shownIn(visit, picture) }
  },
  'GET /pictures/{pictureId}/image': async ({ params, query }, visit) => {
    const picture = await findPicture(visit.newsroom.db, params.pictureId)
    return imageOf(picture, query.width, visit.house.shelves)
  },
  'PATCH /pictures/{pictureId}': async ({ params, body }, { newsroom }) =>
    pictureJson(await describePicture(newsroom, params.pictureId, body)),
  'PUT /pictures/{pictureId}/focus': async ({ params, body }, { newsroom }) => {
    const { result, isLive } = await setFocus(newsroom, params.pictureId, body)
    return { picture: pictureJson(result), isLive }
  },
}

const folderOf = ({ house }: Visit): string => uploadsIn(house.dataFolder)

/** Empty words are words that were not given: a picture must be described, or be said to need none. */
const given = <Words extends { readonly alt?: string }>({ alt, ...words }: Words) => ({
  ...words,
  ...(alt === undefined || alt === '' ? {} : { alt }),
})

/** The stories that show it, as far as whoever asks may read them. */
async function shownIn({ newsroom }: Visit, { id }: Picture) {
  const { staff } = newsroom.actor
  const stories = await storiesShowing(newsroom.db, id)
  const seen = await Promise.all(
    stories.map(async (story) => {
      const access = await storyAccess(newsroom.db, story.storyId)
      return access && (!staff || can(staff, 'read-story', access)) ? [story] : []
    }),
  )
  return seen.flat()
}

/** What browsers of the studio show: a JPEG or a WebP, whichever is nearest to the width from above. */
async function imageOf({ renditions }: Picture, width: number, { media }: PictureShelves): Promise<Response> {
  const upwards = renditions.toSorted((one, other) => one.width - other.width || one.bytes - other.bytes)
  const fitting = upwards.find((one) => one.width >= width) ?? upwards.at(-1)
  const stored = fitting && (await media.read(fitting.name))
  if (!fitting || !stored) {
    throw new OnrecordError('not-found', 'The file of this picture is not on the disk.', {
      remedy: 'Put it back from a backup, or add the picture again.',
    })
  }
  const chunks: Buffer[] = []
  for await (const chunk of stored.content) chunks.push(chunk as Buffer)
  return new Response(new Uint8Array(Buffer.concat(chunks)), {
    headers: {
      'content-type': `image/${fitting.format}`,
      // In this browser alone, and not for long: who was signed out an hour ago should not find it there.
      'cache-control': 'private, max-age=600',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
