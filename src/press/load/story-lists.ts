import { authorBySlug } from '../../edition/house.ts'
import type { ListKey } from '../../edition/tags.ts'
import type { ListSubject } from '../../site/props.ts'
import type { StoryList } from '../../story/addresses.ts'
import type { PublicSite } from './page-source.ts'

/** A list that exists: whose it is, and its key in the edition. */
export interface KnownList {
  readonly subject: ListSubject
  readonly key: ListKey
}

/** The list an address speaks of; undefined when there is no such section or author. */
export async function findList(site: PublicSite, list: StoryList): Promise<KnownList | undefined> {
  if (list.kind === 'all') return { subject: { kind: 'all' }, key: 'all' }
  if (list.kind === 'section') {
    const section = site.sections.find(({ slug }) => slug === list.slug)
    return section && { subject: { kind: 'section', section }, key: `section:${section.id}` }
  }
  const persona = await authorBySlug(site.edition, list.slug)
  return persona && { subject: { kind: 'author', persona }, key: `author:${persona.id}` }
}
