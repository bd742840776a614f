import type { Application } from '../../src/cli/application.ts'

const notNeeded = () => {
  throw new Error('No command that is tried here needs it.')
}

/** What commands are handed, as far as a test's commands use it: the rest fails when it is asked for. */
export const anApplication = (given: Partial<Application>): Application => ({
  config: notNeeded,
  sampleFolder: '/nowhere',
  migrationsFolder: '/nowhere',
  verifierFile: '/nowhere',
  withNewsroom: notNeeded,
  withNewsroomIn: notNeeded,
  release: notNeeded,
  exportSite: notNeeded,
  serve: notNeeded,
  serveStudio: notNeeded,
  serveReader: notNeeded,
  ...given,
})
