import { resolve } from 'node:path'
import { type BucketPlace, bucketPlace, type S3Settings } from '../../config/operating-settings.ts'
import { OnrecordError } from '../../errors.ts'
import { openBucket } from '../../outbound/bucket.ts'
import type { BackupShelf } from './backup-shelf.ts'
import { bucketShelf } from './bucket-shelf.ts'
import { folderShelf } from './folder-shelf.ts'

/** A folder by its full path, or a bucket. */
export type BackupPlace = string | BucketPlace

/** A place as somebody writes it: `s3://bucket/prefix`, or a folder. */
export const parsePlace = (text: string): BackupPlace => bucketPlace(text) ?? resolve(text)

export const placeInWords = (place: BackupPlace): string =>
  typeof place === 'string' ? place : `s3://${place.bucket}${place.prefix === '' ? '' : `/${place.prefix}`}`

/** @throws OnrecordError `bad-config` for a bucket while no S3 service is set */
export function openShelf(place: BackupPlace, s3: S3Settings | null): BackupShelf {
  if (typeof place === 'string') return folderShelf(place)
  if (s3 !== null) return bucketShelf(placeInWords(place), openBucket(s3, place))
  throw new OnrecordError('bad-config', `No S3 service is set, so ${placeInWords(place)} cannot be reached.`, {
    remedy: 'Set ONRECORD_S3_ENDPOINT, ONRECORD_S3_KEY_ID and ONRECORD_S3_SECRET.',
  })
}
