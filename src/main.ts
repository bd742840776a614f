import { application } from './app.ts'
import { runCommandLine } from './cli/command-line.ts'

// What Onrecord writes is for its own user alone: drafts, keys, databases.
process.umask(0o077)

// `onrecord story list | head` closes our output early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), application(process.env))
