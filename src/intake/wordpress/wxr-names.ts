/** What WordPress calls the category of stories that have none, in the languages we know it in. */
const NO_CATEGORY = new Set(
  [
    'uncategorized, uncategorised, non classé, non classifié(e), non catégorisé, non classe, sin categoría',
    'sin categorizar, sin clasificar, sem categoria, senza categoria, geen categorie, niet gecategoriseerd',
    'unkategorisiert, nicht kategorisiert, okategoriserade, ikke kategoriseret, ikke kategorisert, bez kategorii',
    'nezařazené, kategorisiz, без рубрики, без категории, без категорії, غير مصنف, ללא קטגוריה, 未分類, 未分类, 미분류',
  ].flatMap((names) => names.normalize('NFC').split(', ')),
)

export const isNoCategory = (label: string): boolean => NO_CATEGORY.has(label.normalize('NFC').toLowerCase())

/** Where a site lies; undefined when that is no web address. */
export function siteAddress(written: string): { host: string; path: string } | undefined {
  const parsed = URL.parse(written.trim())
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.host === '') return undefined
  return { host: parsed.host.toLowerCase(), path: parsed.pathname.replace(/\/+$/, '') }
}

/** Taxonomies that WordPress and its plugins keep for themselves: no words about the story. */
const INTERNAL =
  /^(?:|category|post_tag|tag|author|byline|post_format|language|post_translations|term_\w+|translation_priority|nav_menu|link_category|wp_\w+|elementor_\w+|product_\w+|pa_\w+|yst_\w+|action-group|amp_\w+|following_users)$/

/** Does a taxonomy somebody made sort the stories, rather than serve a plugin? */
export const isOwnTaxonomy = (domain: string): boolean => !INTERNAL.test(domain)
