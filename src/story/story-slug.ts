import type { StoryId } from '../ids.ts'
import { slugFrom } from './addresses.ts'
import type { Story } from './story.ts'

/** What stands for a slug while a story has no headline to take one from. */
export const placeholderSlug = (id: StoryId): string => id.replace('_', '-')

/**
 * The last part of the address that a story will have: the one that was given, or where nobody has given one and it was
 * begun without a headline, one taken from the headline that it has by now.
 */
export const slugOf = ({ id, slug, content }: Pick<Story, 'id' | 'slug' | 'content'>): string =>
  slug === placeholderSlug(id) ? slugFrom(content.headline) || slug : slug
