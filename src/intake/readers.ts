import type { InputKind } from './input-kinds.ts'
import type { Reader } from './intake-file.ts'

/**
 * The reader of each kind of file. Each is loaded when the first file of its kind is met: whoever imports a feed does
 * not wait for the parser of saved pages.
 */
export const READERS: Readonly<Record<InputKind, () => Promise<Reader>>> = {
  'page-text': async () => (await import('./page-text/page-text.ts')).readPageTextFile,
  wxr: async () => (await import('./wordpress/wxr.ts')).readWxrFile,
  'wordpress-rest': async () => (await import('./wordpress/rest.ts')).readRestFile,
  feed: async () => (await import('./feed/feed.ts')).readFeedFile,
  onrecord: async () => (await import('./own-export/own-export.ts')).readOwnExportFile,
  'onrecord-lines': async () => (await import('./own-export/own-lines.ts')).readOwnLinesFile,
  ghost: async () => (await import('./ghost/ghost.ts')).readGhostFile,
  substack: async () => (await import('./newsletters/substack.ts')).readSubstackFile,
  beehiiv: async () => (await import('./newsletters/beehiiv.ts')).readBeehiivFile,
  medium: async () => (await import('./blogs/medium.ts')).readMediumFile,
  blogger: async () => (await import('./blogs/blogger.ts')).readBloggerFile,
  'tiny-news': async () => (await import('./blogs/tiny-news.ts')).readTinyNewsFile,
  ninjs: async () => (await import('./wire/ninjs.ts')).readNinjsFile,
  newsml: async () => (await import('./wire/wire-file.ts')).readWireFile,
  nitf: async () => (await import('./wire/wire-file.ts')).readWireFile,
  libsyn: async () => (await import('./blogs/libsyn.ts')).readLibsynFile,
  'saved-page': async () => (await import('./saved-page/saved-page.ts')).readSavedPageFile,
  'wix-csv': async () => (await import('./wix/wix-csv.ts')).readWixCsvFile,
}
