import type { PictureId } from '../../ids.ts'

/** Where the studio has a picture from, at about this width. */
export const imageAddress = ({ id }: { readonly id: PictureId }, width: number): string =>
  `/studio/api/pictures/${id}/image?width=${width}`
