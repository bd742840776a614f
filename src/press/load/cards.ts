import { authorsById } from '../../edition/house.ts'
import type { ListedStory } from '../../edition/listed-stories.ts'
import { picturesById } from '../../edition/public-pictures.ts'
import type { StoryCard } from '../../site/props.ts'
import type { PersonaId, PictureId } from '../../ids.ts'
import type { Persona } from '../../story/section.ts'
import type { PageSource } from './page-source.ts'

/** Listed stories with the names of their authors. */
export async function toCards(source: PageSource, stories: readonly ListedStory[]): Promise<StoryCard[]> {
  const authors = await namesOf(
    source,
    stories.flatMap((story) => story.authorIds),
  )
  const pictures = await picturesById(source.edition, stories.flatMap(openLead))
  return stories.map(({ authorIds, ...story }) => ({
    ...story,
    authors: inOrder(authorIds, authors),
    leadPicture: openLead(story).map((id) => pictures.get(id))[0] ?? null,
  }))
}

/** The photograph that leads a story, unless it is covered: what readers have to choose to see is on no front. */
function openLead({ leadFigure }: Pick<ListedStory, 'leadFigure'>): PictureId[] {
  const picture = leadFigure?.attrs.picture
  return picture?.kind === 'photo' && picture.cover === null ? [picture.pictureId] : []
}

/** These authors, by their id. */
export async function namesOf({ edition }: PageSource, ids: readonly PersonaId[]): Promise<Map<PersonaId, Persona>> {
  const people = await authorsById(edition, [...new Set(ids)])
  return new Map(people.map((person) => [person.id, person]))
}

/** The things behind these ids, in the order of the ids; an id that leads nowhere is left out. */
export const inOrder = <Id, Thing>(ids: readonly Id[], known: ReadonlyMap<Id, Thing>): Thing[] =>
  ids.flatMap((id) => known.get(id) ?? [])
