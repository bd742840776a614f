import type { Bucket } from '../../outbound/bucket.ts'
import { madeAt } from './backup-name.ts'
import { type BackupShelf, noSuchBackup } from './backup-shelf.ts'

/** Backups in a bucket. What is put there is seen when its last part has arrived. */
export const bucketShelf = (where: string, bucket: Bucket): BackupShelf => ({
  where,
  list: async () => (await bucket.list('onrecord-')).map(({ name }) => name).filter((name) => madeAt(name)),
  put: (name, content) => bucket.put(name, content),
  read: async (name) => {
    const found = await bucket.read(name)
    if (!found) throw noSuchBackup(name, where)
    return found.content
  },
  has: (name) => bucket.has(name),
  remove: (name) => bucket.remove(name),
})
