import { plainText } from '../plain-text.ts'
import { metaOf, type WxrItem } from './wxr-records.ts'

/** Descriptions for search engines, in the fields of Yoast, Rank Math, All in One SEO, SEOPress and The SEO Framework. */
const DESCRIPTIONS = [
  '_yoast_wpseo_metadesc',
  'rank_math_description',
  '_aioseo_description',
  '_aioseop_description',
  '_seopress_titles_desc',
  '_genesis_description',
]

const CANONICALS = [
  '_yoast_wpseo_canonical',
  'rank_math_canonical_url',
  '_seopress_robots_canonical',
  '_genesis_canonical_uri',
]

/** Plugins that show a text to members only note it beside the post. */
const MEMBERS_ONLY = [
  '_members_access_role',
  'rcp_subscription_level',
  'rcp_access_level',
  '_jetpack_newsletter_access',
]

/** The fields beside a post that are read; all others may be large and are passed over. */
export const READ_META: ReadonlySet<string> = new Set([
  ...DESCRIPTIONS,
  ...CANONICALS,
  ...MEMBERS_ONLY,
  '_yoast_wpseo_meta-robots-noindex',
  'rank_math_robots',
  '_seopress_robots_index',
  '_genesis_noindex',
  '_yoast_wpseo_primary_category',
  'rank_math_primary_category',
  '_thumbnail_id',
  '_wp_attachment_image_alt',
  '_wp_attachment_metadata',
  '_media_credit',
  '_navis_media_credit_org',
  '_wp_old_slug',
  '_wp_old_date',
  '_wpml_import_language_code',
  '_wpml_import_translation_group',
  '_icl_lang_duplicate_of',
  '_locale',
  '_original_post',
  'cap-user_login',
  'cap-display_name',
  'footnotes',
])

/** A search engine's description, where it is words and not a pattern such as `%%excerpt%%`. */
export function describedAs(item: WxrItem): string {
  const words = metaOf(item, ...DESCRIPTIONS)
  return /%%|%\w+%/.test(words) ? '' : plainText(words)
}

/** The address that search engines were told to take for the story; empty when none was set. */
export const canonicalOf = (item: WxrItem): string => metaOf(item, ...CANONICALS)

/** Search engines were told to leave the story out. */
export const isKeptFromSearch = (item: WxrItem): boolean =>
  metaOf(item, '_yoast_wpseo_meta-robots-noindex') === '1' ||
  metaOf(item, 'rank_math_robots').includes('noindex') ||
  metaOf(item, '_seopress_robots_index') === 'yes' ||
  metaOf(item, '_genesis_noindex') === '1'

/** The term that stands first for the story; empty when none was chosen. */
export const primaryCategoryOf = (item: WxrItem): string =>
  metaOf(item, '_yoast_wpseo_primary_category', 'rank_math_primary_category')

/** A plugin shows the story to members or subscribers only. */
export const isForMembers = (item: WxrItem): boolean =>
  MEMBERS_ONLY.some((name) => {
    const value = metaOf(item, name)
    return value !== '' && !/^(?:a:0:\{\}|0|none|everybody)$/i.test(value)
  })

/** Who made a picture: as a plugin or the picture itself says it (IPTC, in WordPress' serialised notes on the file). */
export function creditOf(item: WxrItem): string {
  const noted = /s:6:"credit";s:\d+:"([^"]*)";/.exec(metaOf(item, '_wp_attachment_metadata'))?.[1] ?? ''
  return plainText(metaOf(item, '_media_credit') || metaOf(item, '_navis_media_credit_org') || noted)
}
