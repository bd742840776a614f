import { encode } from 'uqr'

/** A secret for an app, with its address drawn as a QR code. */
export const secondFactorJson = (factor: {
  readonly challengeId: string
  readonly secret: string
  readonly uri: string
}) => ({
  ...factor,
  qr: qrOf(factor.uri),
})

/** The dark modules, row by row, as squares of one unit. */
function qrOf(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
