import { bucketShelves } from '../media/bucket-media-store.ts'
import { pictureShelves } from '../media/disk-media-store.ts'
import type { PictureShelves } from '../media/media-store.ts'
import { type BucketPlace, openBucket, type S3Settings } from '../outbound/bucket.ts'

/** Where the operator has the files of pictures kept. Plain values, so that they can be handed to another thread. */
export interface ShelvesPlace {
  readonly dataFolder: string
  readonly s3?: S3Settings | null
  /** Null, or left out, keeps them in the data folder. */
  readonly mediaBucket?: BucketPlace | null
}

/** The shelves of pictures where the operator has them: in the data folder, or in a bucket that several hosts share. */
export const shelvesAt = ({ dataFolder, s3, mediaBucket }: ShelvesPlace): PictureShelves =>
  s3 && mediaBucket ? bucketShelves(openBucket(s3, mediaBucket)) : pictureShelves(dataFolder)
