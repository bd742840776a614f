import { shell } from './shell.ts'
import { ui } from './ui.ts'
import { entering } from './entering.ts'
import { account } from './account.ts'
import { team } from './team.ts'
import { keys } from './keys.ts'
import { stories } from './stories.ts'
import { writing } from './writing.ts'
import { editor } from './editor.ts'
import { margin } from './margin.ts'
import { revisions } from './revisions.ts'
import { publishing } from './publishing.ts'
import { citing } from './citing.ts'
import { pictures } from './pictures.ts'
import { fronts } from './fronts.ts'
import { paper } from './paper.ts'
import { house } from './house.ts'
import { incoming } from './incoming.ts'
import { attribution } from './attribution.ts'
import { moving } from './moving.ts'

/** Everything the studio says, in plain English. */
export const en = {
  shell,
  ui,
  entering,
  account,
  team,
  keys,
  stories,
  writing,
  editor,
  margin,
  revisions,
  publishing,
  citing,
  attribution,
  pictures,
  fronts,
  paper,
  house,
  incoming,
  moving,
}
