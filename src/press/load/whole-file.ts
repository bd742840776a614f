import { buffer } from 'node:stream/consumers'
import type { MediaStore } from '../../media/media-store.ts'

/** A store of pictures as pages need it that hold their pictures in themselves: whole files by name. */
export const wholeFiles = (store: MediaStore): { read(name: string): Promise<Buffer | undefined> } => ({
  read: async (name) => {
    const file = await store.read(name)
    return file && buffer(file.content)
  },
})
