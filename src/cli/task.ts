import { Command } from 'commander'
import type { Application } from './application.ts'
import { JSON_FLAG, type Printing } from './terminal.ts'

/** What the record asks of desks: stories whose figures have moved. */
export function taskCommand(app: Application): Command {
  const task = new Command('task').description('stories to look at, because a figure they state has moved')
  task
    .command('list')
    .description('what is open, the oldest first')
    .option('--story <id>', 'only those of one story')
    .option(...JSON_FLAG)
    .action(async (options: Printing & { story?: string }) => (await import('./task-list.ts')).listTasks(app, options))
  task
    .command('done <story> [task]')
    .description('note that somebody looked at a story: at one task, or at all')
    .option(...JSON_FLAG)
    .action(async (story: string, id: string | undefined, printing: Printing) =>
      (await import('./task-list.ts')).closeStoryTasks(app, { story, task: id }, printing),
    )
  return task
}
