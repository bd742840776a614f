import { readPersonas, readSections } from '../../store/house.ts'
import type { CHOICES_ENDPOINTS } from '../contract/choices.ts'
import type { Handlers } from './answer-endpoint.ts'

/** What a story can stand under: the sections and bylines to choose from. */
export const choicesHandlers: Handlers<typeof CHOICES_ENDPOINTS> = {
  'GET /sections': async (_, { newsroom }) => {
    const sections = await readSections(newsroom.db)
    return { sections: sections.map((section) => ({ ...section, names: { ...section.names } })) }
  },
  'GET /bylines': async (_, { newsroom }) => {
    const personas = await readPersonas(newsroom.db)
    return { bylines: personas.map((persona) => ({ ...persona, names: { ...persona.names } })) }
  },
}
