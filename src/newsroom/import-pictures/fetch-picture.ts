import { MAX_PICTURE_BYTES } from '../../media/picture-limits.ts'
import { guardedFetch, type FetchLimits, type FetchPage } from '../../outbound/guarded-fetch.ts'

/** A picture is larger than a page, and an old server slow. */
const PICTURE_FETCH: FetchLimits = { timeoutMs: 60_000, maxBytes: MAX_PICTURE_BYTES }

/** The guarded way to a picture on the web. */
export const fetchPicture: FetchPage = (address) => guardedFetch(address, PICTURE_FETCH)
