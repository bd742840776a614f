import { fileName } from '../link-address.ts'

const MEDIA_HOST = 'https://static.wixstatic.com/media/'

/** A picture of a Wix site: where its original lies, and what it was called. */
export interface WixPicture {
  readonly url: string
  readonly name: string | null
}

/**
 * The original of a picture, from whatever Wix writes for one: `wix:image://v1/ID/NAME#…`, the address of a copy that was
 * cut to size (`…/media/ID/v1/fill/w_600,…/NAME`), or the id alone. Undefined for what is no picture of Wix.
 */
export function wixPicture(written: string): WixPicture | undefined {
  const text = written.trim()
  const inside = /^(?:wix:)?image:\/\/v1\/([^/#?]+)(?:\/([^#?]*))?/i.exec(text)
  if (inside) return picture(inside[1] ?? '', inside[2])
  const copy = /^https?:\/\/static\.wixstatic\.com\/media\/([^/?#]+)(?:\/v1\/(?:[^?#]*\/)?([^/?#]*))?/i.exec(text)
  if (copy) return picture(copy[1] ?? '', copy[2])
  return /^[\da-z]+_[\da-f]{16,}~mv2[\w.]*$/i.test(text) ? picture(text, undefined) : undefined
}

function picture(id: string, written: string | undefined): WixPicture | undefined {
  const bare = fileName(id) ?? id
  if (bare === '' || /[<>"\\^`{|}\s]/.test(bare)) return undefined
  const name = fileName(written ?? '')
  return { url: `${MEDIA_HOST}${bare}`, name: name === null || /^file\.\w+$/.test(name) ? bare : name }
}

/** The address of a film that lies with Wix; undefined for what is none. */
export function wixVideo(written: string): string | undefined {
  const id = /^(?:wix:)?video:\/\/v1\/([^/#?]+)/i.exec(written.trim())?.[1]
  return id === undefined ? undefined : `https://video.wixstatic.com/video/${id}/mp4/file.mp4`
}

/** The address of a document or a sound that lies with Wix; undefined for what is none. */
export function wixDocument(written: string): string | undefined {
  const found = /^(?:wix:)?(document|audio):\/\/v1\/(?:ugd\/)?([^/#?]+)/i.exec(written.trim())
  if (!found) return undefined
  const folder = found[1]?.toLowerCase() === 'audio' ? 'mp3' : 'ugd'
  return `https://static.wixstatic.com/${folder}/${found[2] ?? ''}`
}
