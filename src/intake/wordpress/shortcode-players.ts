import { addressIn, attributeOf, bareValueOf, type Shortcode } from './shortcode-tree.ts'

/** Where what a player shows can be seen, by the number it is known by there. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  ted: (id) => `https://www.ted.com/talks/view/id/${id}`,
  scribd: (id) => `https://www.scribd.com/document/${id}`,
  slideshare: (id) => `https://www.slideshare.net/slideshow/embed_code/${id}`,
  archiveorg: (id) => `https://archive.org/details/${id}`,
  videopress: (id) => `https://videopress.com/v/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  gist: (id) => `https://gist.github.com/${id}`,
}

/** Names of other plugins for the same players. */
const ALSO: Readonly<Record<string, string>> = {
  wpvideo: 'videopress',
  twitter: 'tweet',
  'archiveorg-audio': 'archiveorg',
  'archive-org': 'archiveorg',
  lyte: 'youtube',
  su_youtube: 'youtube',
  su_youtube_advanced: 'youtube',
  su_vimeo: 'vimeo',
  fusion_youtube: 'youtube',
  fusion_vimeo: 'vimeo',
  yottie: 'youtube',
}

/** Other shortcodes that show a film, a sound, a post, a map or a document by its address. */
const BY_ADDRESS = new Set(
  [
    'video audio embed embedyt fve arve fvplayer flowplayer videojs evp_embed_video jwplayer wpv su_video su_audio',
    'soundcloud spotify mixcloud bandcamp powerpress podcast ss_player smart_track_player',
    'facebook fb tiktok pinterest flickr reddit kickstarter googlemaps googleapps gmap wpgmza mappress',
    'iframe advanced_iframe pdf pdf-embedder pdfviewer embeddoc gview dflip wonderplugin_pdf embedpress',
    'vc_video et_pb_video et_pb_audio av_video av_player fusion_video fusion_audio fusion_soundcloud',
  ].flatMap((names) => names.split(' ')),
)

const SOURCES = 'src|url|link|href|mp4|mp3|m4v|webm|ogv|ogg|m4a|wav|flv|wmv|file|video_url|audio'

export const isPlayer = (name: string): boolean => (ALSO[name] ?? name) in PAGES || BY_ADDRESS.has(name)

/** The address that a player's shortcode leads to; undefined when it names none. */
export function playerAddress(code: Shortcode, inside: string): string | undefined {
  const given = attributeOf(code, SOURCES)
  const address = (given && addressIn(given)) ?? addressIn(code.written) ?? addressIn(inside)
  if (address !== undefined) return address
  const page = PAGES[ALSO[code.name] ?? code.name]
  const id = attributeOf(code, 'id|v|clip_id|video_id|videoid') ?? (bareValueOf(code) || inside.trim())
  return page && /^[\w-]{3,}$/.test(id) ? page(id) : undefined
}
