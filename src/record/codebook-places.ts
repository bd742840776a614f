import { type CodebookEntry, defined } from './codebook-entry.ts'
import type { PlaceKind } from './place.ts'
import type { WherePrecision } from './where.ts'

export const PLACE_KIND_WORDS: Readonly<Record<PlaceKind, CodebookEntry>> = {
  country: defined(
    'country',
    'pays',
    'A state or a territory with a code of its own.',
    'Un État ou un territoire doté d’un code propre.',
  ),
  adm1: defined(
    'region',
    'région',
    'An area of the first level below a country.',
    'Un territoire du premier niveau au-dessous d’un pays.',
  ),
  adm2: defined(
    'district',
    'cercle ou district',
    'An area of the second level below a country.',
    'Un territoire du deuxième niveau au-dessous d’un pays.',
  ),
  adm3: defined(
    'commune',
    'commune',
    'An area of the third level below a country.',
    'Un territoire du troisième niveau au-dessous d’un pays.',
  ),
  settlement: defined(
    'settlement',
    'localité',
    'A city, town, village or camp.',
    'Une ville, un village ou un campement.',
  ),
  neighbourhood: defined('neighbourhood', 'quartier', 'A part of a settlement.', 'Une partie d’une localité.'),
  site: defined(
    'site',
    'site',
    'One building, base, market, mine or crossing.',
    'Un bâtiment, une base, un marché, une mine ou un poste.',
  ),
  'natural-feature': defined(
    'natural feature',
    'lieu naturel',
    'A hill, valley, forest, well or dry riverbed.',
    'Une colline, une vallée, une forêt, un puits ou un oued.',
  ),
  route: defined('route', 'route', 'A road, a track or a railway.', 'Une route, une piste ou une voie ferrée.'),
  water: defined('water', 'étendue d’eau', 'A river, a lake or a sea.', 'Un fleuve, un lac ou une mer.'),
  'border-area': defined(
    'border area',
    'zone frontalière',
    'Land on both sides of a border, or along it.',
    'Des terres de part et d’autre d’une frontière, ou le long d’elle.',
  ),
}

/** How exactly a place is known, and so how it is drawn. @see record.md 1.7 */
export const WHERE_PRECISION_WORDS: Readonly<Record<WherePrecision, CodebookEntry>> = {
  1: defined(
    'exact site',
    'site exact',
    'The spot itself is known from evidence; drawn as a point.',
    'L’endroit même est connu par des preuves ; dessiné comme un point.',
  ),
  2: defined(
    'settlement',
    'localité',
    'A named settlement or feature; drawn as a point with the sign of a settlement.',
    'Une localité ou un lieu nommé ; dessiné comme un point, avec le signe d’une localité.',
  ),
  3: defined(
    'near a settlement',
    'près d’une localité',
    'Near a settlement or in a direction from it; drawn as a circle of 25 km unless a distance was given.',
    'Près d’une localité ou dans une direction depuis elle ; dessiné comme un cercle de 25 km, sauf distance donnée.',
  ),
  4: defined(
    'between two places',
    'entre deux lieux',
    'Between two places or along a route; drawn as a line.',
    'Entre deux lieux ou le long d’une route ; dessiné comme une ligne.',
  ),
  5: defined(
    'district or commune',
    'district ou commune',
    'Somewhere in an area of the second or third level; drawn as an area.',
    'Quelque part dans un territoire du deuxième ou troisième niveau ; dessiné comme une surface.',
  ),
  6: defined(
    'region',
    'région',
    'Somewhere in a region or a larger part of a country; drawn as an area.',
    'Quelque part dans une région ou une plus grande partie d’un pays ; dessiné comme une surface.',
  ),
  7: defined(
    'country',
    'pays',
    'Only the country is known; drawn as an area, without a point.',
    'Seul le pays est connu ; dessiné comme une surface, sans point.',
  ),
  8: defined(
    'water or airspace',
    'eaux ou espace aérien',
    'On water or in the air; drawn as an area, without a point.',
    'Sur l’eau ou dans les airs ; dessiné comme une surface, sans point.',
  ),
}
