import { isMediaName, type MediaStore, type PictureShelves } from './media-store.ts'

/**
 * Files in a bucket of an S3 service, under a folder of their own. A name that stands for its bytes is put there as often
 * as somebody likes; what was half sent is not there.
 *
 * @param bucket keeps files by name: handed in, since this room asks no other machine
 */
function bucketMediaStore(bucket: MediaStore, folder: string): MediaStore {
  const keyOf = (name: string): string => {
    if (isMediaName(name)) return `${folder}/${name}`
    throw new TypeError('Not the name of a file that is kept here.')
  }
  return {
    put: async (name, content) => bucket.put(keyOf(name), content),
    read: async (name, part) => bucket.read(keyOf(name), part),
    has: async (name) => bucket.has(keyOf(name)),
    remove: async (name) => bucket.remove(keyOf(name)),
  }
}

/** The shelves of a bucket: the same three as in a data folder. */
export const bucketShelves = (bucket: MediaStore): PictureShelves => ({
  media: bucketMediaStore(bucket, 'media'),
  masters: bucketMediaStore(bucket, 'masters'),
  originals: bucketMediaStore(bucket, 'originals'),
})
