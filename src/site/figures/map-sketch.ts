import type { MapMark, MapPicture } from '../../story/document.ts'
import type { LonLat } from './map-frame.ts'

/**
 * A map with shapes for what is known still more roughly than a circle: made from the record when a page is drawn,
 * never stored in a story.
 */
export interface MapSketch extends MapPicture {
  readonly lines?: readonly MapLine[]
  /** Larger areas, about as wide as their radius; drawn without an edge, because we do not have their border. */
  readonly discs?: readonly MapMark[]
  readonly shaded?: readonly ShadedCountry[]
}

/** Somewhere between two places, or along the way from one to the other. */
export interface MapLine {
  readonly label: string
  readonly from: LonLat
  readonly to: LonLat
}

/** Somewhere in a whole country. */
export interface ShadedCountry {
  readonly label: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}
