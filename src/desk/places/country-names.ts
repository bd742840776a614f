import { COUNTRY_CODES } from '../../record/iso-countries.ts'
import { foldName } from '../../record/name-folding.ts'
import { DESK_LANGUAGES } from '../language.ts'

/** What the newspapers call them besides, and stretches of the world that are no countries and are named like one. */
const BESIDES = `
Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|Congo|Central African Republic|CAR|Ivory Coast|
Burma|Palestine|Gaza|Gaza Strip|West Bank|United Kingdom|UK|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|
United States|USA|US|U.S|United States of America|America|Turkey|Kosovo|Somaliland|Bosnia|Macedonia|Czech Republic|
East Timor|Swaziland|Cape Verde|Holland|Vatican|Middle East|Far East|Sahel|Sahara|Maghreb|Donbas|Donbass|Balkans|Caucasus|
Crimea|Kashmir|Sinai|Golan Heights|Kurdistan|Darfur|Tigray|Horn of Africa|Central America|Latin America|Africa|West Africa|
East Africa|Central Africa|Southern Africa|North Africa|Europe|Asia|South Asia|Lake Chad|
République démocratique du Congo|RDC|RD Congo|République centrafricaine|Centrafrique|RCA|Cisjordanie|Bande de Gaza|
Royaume-Uni|Grande-Bretagne|Angleterre|Ecosse|Etats-Unis|États-Unis d'Amérique|Birmanie|Turquie|Tchéquie|Bosnie|
Timor oriental|Moyen-Orient|Proche-Orient|Crimée|Cachemire|Sinaï|Caucase|Kurdistan|Corne de l'Afrique|Afrique|
Afrique de l'Ouest|Afrique centrale|Afrique de l'Est|Amérique centrale|Amérique latine|Amérique|Asie|Guyane|Corse|
Burkina|Biélorussie|Moldavie|Hollande|Salvador|Syrie|Irak|Corée du Sud|Corée du Nord|Philippines|Pays-Bas|Émirats|Saoudite
`

let made: ReadonlyMap<string, readonly string[]> | undefined

/** The folded names of the world's countries in the languages of the desk, by how they begin. */
function countries(): ReadonlyMap<string, readonly string[]> {
  if (made) return made
  const names = BESIDES.split('|').map((name) => name.trim())
  for (const language of DESK_LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const regions = new Intl.DisplayNames([language], { type: 'region', style })
      for (const code of COUNTRY_CODES) names.push(regions.of(code) ?? '')
    }
  }
  const folds = new Set(names.map(foldName).filter((fold) => fold !== ''))
  made = Map.groupBy(folds, (fold) => fold.slice(0, 2))
  return made
}

/** Is it the name of a country, or of a part of the world that is called like one, in English or French? */
export function isCountry(words: string): boolean {
  const fold = foldName(words)
  return countries().get(fold.slice(0, 2))?.includes(fold) ?? false
}

/** Does the name of a country begin so? */
export const beginsCountry = (words: string): boolean => {
  const fold = foldName(words)
  return (
    countries()
      .get(fold.slice(0, 2))
      ?.some((name) => name.startsWith(fold)) ?? false
  )
}
