import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'

/** Who may ask the service that stands in for S3. */
export const S3_KEY = { region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' } as const

/** An S3 service on this machine, with one empty bucket. */
export async function anS3Service(bucket = 'files') {
  const directory = await mkdtemp(join(tmpdir(), 'onrecord-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  })
  const { port } = await server.run()
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    directory,
    close: async () => {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
