import type { AllEndpoints } from '../contract/all-endpoints.ts'
import type { Handlers } from './answer-endpoint.ts'
import { sessionHandlers } from './session-handlers.ts'
import { enteringHandlers } from './entering-handlers.ts'
import { accountHandlers } from './account-handlers.ts'
import { teamHandlers } from './team-handlers.ts'
import { keysHandlers } from './keys-handlers.ts'
import { storiesHandlers } from './stories-handlers.ts'
import { writingHandlers } from './writing-handlers.ts'
import { revisionsHandlers } from './revisions-handlers.ts'
import { publishingHandlers } from './publishing-handlers.ts'
import { recordHandlers } from './record-handlers.ts'
import { picturesHandlers } from './pictures-handlers.ts'
import { frontsHandlers } from './fronts-handlers.ts'
import { paperHandlers } from './paper-handlers.ts'
import { houseHandlers } from './house-handlers.ts'
import { importsHandlers } from './imports-handlers.ts'
import { importPicturesHandlers } from './import-pictures-handlers.ts'
import { ingestHandlers } from './ingest-handlers.ts'
import { deskStoryHandlers } from './desk-story-handlers.ts'
import { choicesHandlers } from './choices-handlers.ts'
import { deskHandlers } from './desk-handlers.ts'

/** What does the work of each endpoint. */
export const ALL_HANDLERS: Handlers<AllEndpoints> = {
  ...sessionHandlers,
  ...enteringHandlers,
  ...accountHandlers,
  ...teamHandlers,
  ...keysHandlers,
  ...storiesHandlers,
  ...writingHandlers,
  ...revisionsHandlers,
  ...publishingHandlers,
  ...recordHandlers,
  ...picturesHandlers,
  ...frontsHandlers,
  ...paperHandlers,
  ...houseHandlers,
  ...importPicturesHandlers,
  ...importsHandlers,
  ...ingestHandlers,
  ...deskStoryHandlers,
  ...choicesHandlers,
  ...deskHandlers,
}
