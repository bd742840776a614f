import type { Command } from 'commander'
import { bucketPlace } from '../config/operating-settings.ts'
import { OnrecordError } from '../errors.ts'
import { copyShelves } from '../media/copy-shelves.ts'
import { shelvesAt } from '../press/picture-shelves.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_WITH_PROBLEMS } from './exit-codes.ts'
import { progressLine } from './progress.ts'
import { JSON_FLAG, type Printing, tell, tellJson } from './terminal.ts'

const HELP = `
Copies every file of pictures from the data folder into the bucket, and reads each back to compare it. Nothing is removed
here. Stopped, it is run again and goes on. Then set ONRECORD_MEDIA to the same bucket, restart, and run it once more for
what came in meanwhile: docs/operate/growing.md.`

interface StoreOptions extends Printing {
  readonly to: string
}

/** `picture store --to s3://bucket/prefix`: from the data folder into a bucket. */
export function addStoreCommand(picture: Command, app: Application, done: ReportExit): void {
  picture
    .command('store')
    .description('copy the files of all pictures from the data folder into a bucket')
    .requiredOption('--to <bucket>', 'such as s3://our-paper/pictures')
    .option(...JSON_FLAG)
    .addHelpText('after', HELP)
    .action((options: StoreOptions) => store(app, options, done))
}

async function store(app: Application, options: StoreOptions, done: ReportExit): Promise<void> {
  const { dataFolder, s3 } = app.config()
  const mediaBucket = bucketPlace(options.to)
  if (!mediaBucket) throw new OnrecordError('bad-input', 'The bucket must be s3://bucket or s3://bucket/prefix.')
  if (!s3) {
    throw new OnrecordError('bad-config', 'No S3 service is set.', {
      remedy: 'Set ONRECORD_S3_ENDPOINT, ONRECORD_S3_KEY_ID and ONRECORD_S3_SECRET.',
    })
  }
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  const progress = progressLine(options, 'files')
  const result = await copyShelves(dataFolder, shelvesAt({ dataFolder, s3, mediaBucket }), {
    onProgress: (count, of) => progress.at(count, count / of),
    isStopping: () => stopping.signal.aborted,
  }).finally(() => {
    progress.end()
    process.off('SIGINT', stop)
  })
  const isStopped = stopping.signal.aborted
  tell(
    options,
    `${result.copied} files were copied and compared; ${result.same} were there already, byte for byte.`,
    isStopped ? 'Stopped on the way: run the same again.' : `Set ONRECORD_MEDIA=${options.to} and restart.`,
  )
  tellJson(options, { ...result, isComplete: !isStopped })
  if (isStopped) done(EXIT_WITH_PROBLEMS)
}
