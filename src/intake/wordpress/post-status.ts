import type { IncomingStatus } from '../incoming.ts'

/** What WordPress calls the states of a post; what belongs to another post (`inherit`) has none of its own. */
const STATUS: Readonly<Record<string, IncomingStatus>> = {
  publish: 'published',
  future: 'scheduled',
  private: 'private',
  trash: 'trashed',
  draft: 'draft',
  'auto-draft': 'draft',
  pending: 'draft',
  inherit: 'draft',
}

/** How public a post was, by what its site wrote. When in doubt it is a draft, and what members alone could read is private. */
export function postStatus(written: string, isForMembers: boolean, report: (what: string) => void): IncomingStatus {
  const status = STATUS[written]
  if (!status) {
    report(
      written === ''
        ? 'The file does not say whether it was public; it comes as a draft.'
        : `The status “${written}” is not known here; it comes as a draft.`,
    )
  }
  if (status !== 'published' || !isForMembers) return status ?? 'draft'
  report('It was for members only, in whole or in part, and comes as private.')
  return 'private'
}
