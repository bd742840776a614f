import { Command } from 'commander'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import type { LintOptions } from './lint-options.ts'
import { JSON_FLAG } from './terminal.ts'

/** Reads texts as a desk editor would: who says what, and what to underline. Needs no newsroom. */
export function lintCommand(app: Application, done: ReportExit): Command {
  return new Command('lint')
    .description('read texts as a desk editor would: which claims they make, and what should not stay so')
    .argument('[files...]', 'plain text, HTML, or stories as JSON; without one, or as -, the standard input')
    .option('--published <date>', 'when it was published, for “on Saturday”: 2024-07-29, or a time with its zone')
    .option('--lang <tag>', 'the language, en or fr; without it, what the words look like')
    .option('--zone <name>', 'the zone in which its days are counted, such as Africa/Bamako', 'UTC')
    .option('--only <kinds>', 'only findings of these kinds, with commas between them')
    .option('--without <kinds>', 'no findings of these kinds')
    .option('--known <file>', 'names to know: a CSV or JSON with name, aliases, kind')
    .option('--record', 'know the names of the newsroom’s record', false)
    .option(...JSON_FLAG)
    .action(async (files: readonly string[], options: LintOptions) => {
      // The desk is loaded by those who ask for it: every other command starts without it.
      const { lint } = await import('./lint-run.ts')
      await lint(app, files, options, done)
    })
}
