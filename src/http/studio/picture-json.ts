import type { Picture } from '../../store/pictures.ts'

/** A picture as the studio gets it: without who added it, and without the hash that would tell one file from another. */
export const pictureJson = (picture: Picture) => ({
  id: picture.id,
  width: picture.width,
  height: picture.height,
  focus: { ...picture.focus },
  colour: picture.colour,
  alt: picture.alt,
  decorative: picture.decorative,
  caption: picture.caption,
  credit: picture.credit,
  licence: picture.licence,
  takenOn: picture.takenOn,
  addedAt: picture.addedAt,
})
