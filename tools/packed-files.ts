import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Pictures and fonts are as small as they get. */
const PACKED = /\.(?:js|css|html|svg)$/

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Puts beside each of the studio's files the same once as brotli and once as gzip, as small as can be: `NAME.br`, `NAME.gz`. */
export const packedFiles = (): Plugin => ({
  name: 'packed-files',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    // After the worker has its list of files.
    order: 'post',
    async handler(_options, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => PACKED.test(fileName))
      await Promise.all(
        files.map(async (file) => {
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
          const [br, gz] = await Promise.all([brotli(bytes, { params }), gzipped(bytes, { level: 9 })])
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: br })
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gz })
        }),
      )
    },
  },
})
