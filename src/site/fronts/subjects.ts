import { inLanguage, type Persona, personaName, type Section } from '../../story/section.ts'
import type { SectionId } from '../../ids.ts'
import { message } from '../messages/message.ts'
import type { ListSubject, PageContext } from '../props.ts'

/** A section's name in the page's language. */
export const sectionName = ({ language }: PageContext, section: Section): string => inLanguage(section.names, language)

/** The name over a list: the paper's, the section's, the author's. */
export function subjectName(context: PageContext, subject: ListSubject): string {
  if (subject.kind === 'all') return context.newspaper.name
  return subject.kind === 'section'
    ? sectionName(context, subject.section)
    : personaName(subject.persona, context.language)
}

/** The sections of a path that the page knows, in the path's order. */
export function sectionsOf({ sections }: PageContext, ids: readonly SectionId[]): Section[] {
  return ids.flatMap((id) => sections.find((section) => section.id === id) ?? [])
}

/** The sections that a section stands in, outermost first. A damaged tree that bites its tail ends where it does. */
export function parentsOf({ sections }: PageContext, section: Section): Section[] {
  const parents: Section[] = []
  let id = section.parentId
  while (id !== null) {
    const parent = sections.find((candidate) => candidate.id === id)
    if (!parent || parent === section || parents.includes(parent)) break
    parents.unshift(parent)
    id = parent.parentId
  }
  return parents
}

/** The sections right under a section, in their masthead order, then by name. */
export const childrenOf = (context: PageContext, { id }: Section): Section[] =>
  inMastheadOrder(
    context,
    context.sections.filter((section) => section.parentId === id),
  )

/** The sections of the masthead. */
export const mastheadSections = (context: PageContext): Section[] =>
  inMastheadOrder(
    context,
    context.sections.filter((section) => section.position !== null),
  )

/** Sections as readers look for them: by position, those without one after them by name. */
export const inMastheadOrder = (context: PageContext, sections: readonly Section[]): Section[] =>
  sections.toSorted(
    (left, right) =>
      (left.position ?? Infinity) - (right.position ?? Infinity) ||
      sectionName(context, left).localeCompare(sectionName(context, right), context.language),
  )

/** What a list is about, in one sentence, for search engines and feed readers. */
export function subjectDescription(context: PageContext, subject: ListSubject): string {
  const tagline = inLanguage(context.newspaper.tagline, context.language)
  if (subject.kind === 'all') return tagline
  if (subject.kind === 'section') {
    const about = inLanguage(subject.section.about, context.language)
    return about || `${sectionName(context, subject.section)} – ${context.newspaper.name}`
  }
  return inLanguage(subject.persona.about, context.language) || personaTitle(context, subject.persona)
}

const personaTitle = ({ language }: PageContext, persona: Persona): string =>
  message(language, 'feeds.by', { author: personaName(persona, language) })
