import { promisify } from 'node:util'
import { type BrotliOptions, brotliCompress, brotliCompressSync, brotliDecompress, constants, gzip } from 'node:zlib'

const compressBrotli = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress)
const decompressBrotli = promisify<Buffer, Buffer>(brotliDecompress)
const compressGzip = promisify<Buffer, { level: number }, Buffer>(gzip)

/** Up to here, handing the text to another thread and back costs more than compressing it. */
const MAX_AT_ONCE_BYTES = 48 * 1024

/** For the reader who waits: half a millisecond for a page of 20 kB. A feed is left to another thread. */
export const brotliFast = async (identity: Buffer): Promise<Buffer> =>
  identity.length <= MAX_AT_ONCE_BYTES ? exactly(brotliAtOnce(identity)) : brotli(identity, 5)

/** The same in this thread, for one that has nothing else to do. */
export const brotliAtOnce = (identity: Buffer): Buffer => brotliCompressSync(identity, brotliOptions(identity, 5))

/** For everybody after that: a fifth smaller, about 29 ms of another thread for 32 kB. */
export const brotliBest = (identity: Buffer): Promise<Buffer> => brotli(identity, 11)

export const unbrotli = async (bytes: Buffer): Promise<Buffer> => exactly(await decompressBrotli(bytes))

export const gzipped = async (identity: Buffer): Promise<Buffer> => exactly(await compressGzip(identity, { level: 9 }))

const brotli = async (identity: Buffer, quality: number): Promise<Buffer> =>
  exactly(await compressBrotli(identity, brotliOptions(identity, quality)))

const brotliOptions = (identity: Buffer, quality: number): BrotliOptions => ({
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(identity.length),
  },
})

/** The smallest window that spans the text: the default of 4 MB costs that much memory for every page. */
const windowFor = (bytes: number): number => Math.min(22, Math.max(16, Math.ceil(Math.log2(bytes + 16))))

// zlib hands out slices of 16 kB chunks: kept like that, a page of 3 kB would hold 16.
function exactly(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}
