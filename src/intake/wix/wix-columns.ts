import { csvHeader } from '../csv.ts'
import { textKey } from '../text-key.ts'

/** What a column of a Wix table holds; `id` and the rest are known by their names, in the editor's languages. */
export type WixField =
  | 'id'
  | 'title'
  | 'slug'
  | 'excerpt'
  | 'rich'
  | 'plain'
  | 'cover'
  | 'tags'
  | 'categories'
  | 'mainCategory'
  | 'author'
  | 'published'
  | 'updated'
  | 'created'
  | 'address'
  | 'status'
  | 'language'

const NAMES: readonly (readonly [WixField, RegExp])[] = [
  ['id', /^(?:_?id|post id|item id)$/],
  ['title', /^(?:title|headline|post title|name|titre|titel|título|titolo|titulo|überschrift|heading)$/],
  ['slug', /^(?:slug|post slug|url slug)$/],
  [
    'excerpt',
    /^(?:excerpt|summary|description|subtitle|standfirst|dek|intro(?:duction)?|short description|teaser|lead|extrait|résumé|chapô|chapo|sous-titre|auszug|resumen|resumo|extracto)$/,
  ],
  [
    'rich',
    /^(?:rich content|rich ?text|content|body|text|article|story|post(?: content)?|contenu(?: enrichi)?|texte|corps|inhalt|contenido|conteúdo|contenuto)$/,
  ],
  ['plain', /^(?:plain (?:content|text)|content text|texte brut|contenu brut)$/],
  [
    'cover',
    /^(?:cover image|cover|hero image|main image|featured image|image|picture|photo|thumbnail|image de couverture|bild|titelbild|imagen|imagem|immagine)$/,
  ],
  ['tags', /^(?:tags?|keywords?|hashtags|mots[- ]clés|étiquettes|schlagwörter|etiquetas|palabras clave)$/],
  [
    'categories',
    /^(?:categor(?:y|ies)|sections?|topics?|rubriques?|catégories?|kategorien?|categorías?|categorias?|categorie)$/,
  ],
  ['mainCategory', /^(?:main category|primary category|catégorie principale|hauptkategorie)$/],
  [
    'author',
    /^(?:authors?|byline|by|writers?|written by|reporter|journalist|auteurs?|autrice|autor(?:es)?|autore|verfasser)$/,
  ],
  [
    'published',
    /^(?:published date|(?:date )?published(?: at| on)?|first published date|publish(?:ing)? date|publication date|date|post date|date de publication|publié le|veröffentlicht(?: am)?|datum|fecha(?: de publicación)?|data(?: de publicação)?)$/,
  ],
  [
    'updated',
    /^(?:last published date|last (?:updated|modified)(?: date)?|updated(?: date| at)?|_?updateddate|modified(?: date)?|date de mise à jour)$/,
  ],
  ['created', /^(?:created(?: date| at)?|_?createddate)$/],
  ['address', /^(?:post page url|page url|url|link|permalink|post url|.+ \((?:item|title|slug)\)|link-.+)$/],
  ['status', /^(?:status|_?publishstatus|publish status|post status|draft)$/],
  ['language', /^(?:language|lang|langue|sprache|idioma)$/],
]

/** Which column holds what. A name that two columns could have is the first one's. */
export type WixColumns = ReadonlyMap<WixField, string>

export function columnsOf(names: readonly string[]): WixColumns {
  const found = new Map<WixField, string>()
  for (const name of names) {
    const field = NAMES.find(([, pattern]) => pattern.test(plainName(name)))?.[0]
    if (field !== undefined && !found.has(field)) found.set(field, name)
  }
  return found
}

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\uFEFF/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Names that only the export of Wix's blog has. */
const BLOG = new Set([
  'rich content',
  'plain content',
  'post page url',
  'last published date',
  'main category',
  'internal id',
  'cover image',
])
/** What Wix adds to every table of its content manager. */
const SYSTEM = new Set(['id', 'created date', 'updated date', 'owner', '_id', '_createddate', '_updateddate', '_owner'])

/** Does a text begin like a table that Wix exported: posts of its blog, or a collection of a site? */
export function isWixTable(head: string): boolean {
  const names = (csvHeader(head) ?? []).map(plainName)
  const blog = names.filter((name) => BLOG.has(name)).length
  const system = names.filter((name) => SYSTEM.has(name)).length
  const fields = columnsOf(names)
  const hasText = fields.has('rich') || fields.has('plain') || fields.has('excerpt')
  const isPosts = fields.has('title') && (blog >= 2 || (blog === 1 && (fields.has('slug') || fields.has('published'))))
  return (
    isPosts || (system >= 3 && names.length > system) || (/wix:(?:image|document|video):\/\//.test(head) && hasText)
  )
}

/** A name for a row that has none of its own, the same each time. */
export const rowKey = (title: string, address: string): string => textKey(`${title}\n${address}`)
