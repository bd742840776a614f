import type { HousePage } from '../../story/house-page.ts'
import type { Newspaper, Persona, Profile, Section } from '../../story/section.ts'

export const sectionJson = (section: Section) => ({
  ...section,
  names: { ...section.names },
  about: { ...section.about },
})

export const bylineJson = (persona: Persona, isSealed: boolean) => ({
  ...persona,
  names: { ...persona.names },
  about: { ...persona.about },
  isSealed,
})

export const housePageJson = (page: HousePage) => ({ ...page })

export const profileJson = ({ mirrors: _mirrors, ...profile }: Profile) => ({
  ...profile,
  links: [...profile.links],
  memberships: [...profile.memberships],
  adsTxt: [...profile.adsTxt],
})

export const settingsJson = ({ profile, tagline, languages, ...paper }: Newspaper) => ({
  ...paper,
  tagline: { ...tagline },
  languages: [...languages],
  profile: profileJson(profile),
})
