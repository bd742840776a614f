/** Spellings that newsrooms use and the catalogue of region names has not; English and French. */
const OTHER_NAMES = [
  'DRC, DR Congo, D R Congo, RDC, RD Congo, R D Congo, Democratic Republic of Congo, Democratic Republic of the Congo',
  'République démocratique du Congo, Congo Kinshasa, Congo Brazzaville, Congo RDC, Republic of Congo, Congo, Zaire, Zaïre',
  'Centrafrique, CAR, RCA, Central African Republic, Ivory Coast, Cape Verde, Swaziland, The Gambia, Gambie',
  'Guinea Conakry, Guinée Conakry, Equatorial Guinea, Somaliland, Puntland, Western Sahara, Sahara occidental',
  'Sahel, Maghreb, Great Lakes, Great Lakes Region, Grands Lacs, Région des Grands Lacs, African Great Lakes',
  'Horn of Africa, Corne de l’Afrique, Lake Chad, Lac Tchad, Lake Chad Basin, Bassin du lac Tchad, Liptako Gourma',
  'East Africa, West Africa, North Africa, Central Africa, South Africa, Southern Africa, Sub Saharan Africa',
  'Afrique de l’Est, Afrique de l’Ouest, Afrique du Nord, Afrique du Sud, Afrique subsaharienne, Afrique australe',
  'Middle East, Near East, Moyen Orient, Proche Orient, Gulf, Golfe, Levant, Caucasus, Caucase, Balkans, Central Asia',
  'Latin America, South America, Central America, North America, Caribbean, Amérique latine, Amérique du Sud',
  'Amérique du Nord, Amérique centrale, Caraïbes, Asia Pacific, Asie Pacifique, South Asia, Southeast Asia, Asie du Sud Est',
  'Eastern Europe, Western Europe, Europe de l’Est, Europe de l’Ouest, Pacific, Pacifique, Antarctica, Arctic, Arctique',
  'USA, US, U S, U S A, United States of America, UK, U K, Great Britain, Britain, England, Scotland, Wales, Northern Ireland',
  'Grande Bretagne, Angleterre, Écosse, États Unis d’Amérique, UAE, Emirates, Émirats, Burma, Birmanie, Turkey, Turquie',
  'Palestine, Gaza, Gaza Strip, Bande de Gaza, West Bank, Cisjordanie, Occupied Territories, Kosovo, Kurdistan, Kashmir, Cachemire',
  'North Korea, South Korea, Corée du Nord, Corée du Sud, Czech Republic, Macedonia, East Timor, Hong Kong, Macau, Tibet, Xinjiang',
  'Kivu, North Kivu, South Kivu, Nord Kivu, Sud Kivu, Ituri, Katanga, Kasai, Kasaï, Tanganyika, Darfur, Darfour, Kordofan',
  'Tigray, Tigré, Amhara, Oromia, Ogaden, Cabo Delgado, Casamance, Biafra, Azawad, Kidal, Gao, Mopti, Ménaka, Tombouctou, Timbuktu',
  'Crimea, Crimée, Donbas, Donbass, Nagorno Karabakh, Haut Karabagh, Transnistria, Transnistrie, Chechnya, Tchétchénie, Rakhine',
]

/** Codes of the world's regions and continents after UN M49. */
const REGION_NUMBERS =
  '002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

let known: ReadonlySet<string> | undefined

/** Is this the name of a country, a continent or a region much in the news, in English or French? */
export function isPlaceName(label: string): boolean {
  known ??= placeNames()
  const plain = plainName(label)
  return known.has(plain) || known.has(plain.replace(DIRECTION, ''))
}

/** "Northern Mali", "l'est de la RDC". */
const DIRECTION =
  /^(?:(?:north|south|east|west|central|northern|southern|eastern|western)(?: (?:east|west|eastern|western))? |(?:le |l )?(?:nord|sud|est|ouest|centre)(?: (?:est|ouest))? (?:du |de la |de l |des |de |d )?)/

/** A name without case, accents and signs: "DR.Congo" and "dr congo" are one. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|le|la|les|l) /, '')

function placeNames(): Set<string> {
  const names = new Set(OTHER_NAMES.flatMap((line) => line.split(',')).map(plainName))
  for (const language of ['en', 'fr']) {
    const catalogue = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of regionCodes()) for (const name of spellings(catalogue.of(code))) names.add(name)
  }
  names.delete('')
  return names
}

function* regionCodes(): Generator<string> {
  yield* REGION_NUMBERS.split(' ')
  for (const first of LETTERS) for (const second of LETTERS) yield first + second
}

/** Codes for no place: the euro zone, the United Nations, test regions. */
const NO_PLACE = new Set([
  'pseudo accents',
  'pseudo bidi',
  'unknown region',
  'region indeterminee',
  'united nations',
  'nations unies',
])

/** "Myanmar (Burma)" is known by either name. */
const spellings = (name: string | undefined): string[] =>
  name === undefined
    ? []
    : [name, ...name.split(/[()]/)].map(plainName).filter((plain) => plain !== '' && !NO_PLACE.has(plain))
