import { application } from './app.ts'
import { runCommandLine } from './cli/command-line.ts'

// What Onrecord writes is for its own user alone: drafts, keys, databases.
process.umask(0o077)

process.exitCode = await runCommandLine(process.argv.slice(2), application(process.env))
