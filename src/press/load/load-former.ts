import { firstMoved } from '../../edition/public-stories.ts'
import { storyTag } from '../../edition/tags.ts'
import { formerAddressesOf } from '../../story/former-address.ts'
import type { FinishedPage } from '../page.ts'
import { movedTo } from './finished.ts'
import type { PageSource } from './page-source.ts'

/** The way from an old address that is known by its query to where its story is now; undefined where it leads nowhere. */
export type FormerPage = (path: string, query: URLSearchParams) => Promise<FinishedPage | undefined>

export const formerFrom =
  ({ edition }: Pick<PageSource, 'edition'>): FormerPage =>
  async (path, query) => {
    const found = await firstMoved(edition, formerAddressesOf(path, query))
    return found && { ...movedTo(found.to, [storyTag(found.storyId)]), kept: false }
  }
