/** Words that stand in nearly every text and find nothing: folded, as `lettersOf` writes them. */
const ENGLISH = `a about after all also am an and any are as at be because been before being both but by can could did do
does doing down during each few for from further had has have having he her here hers him his how i if in into is it its
just me more most my no nor not of off on once only or other our out over own same she should so some such than that the
their them then there these they this those through to too under until up very was we were what when where which while who
whom why will with would you your`

const FRENCH = `a ai as au aux avait avec c ca car ce ceci cela ces cet cette chez comme d dans de des dont du elle elles en
entre es est et etait etaient ete etre eu fait font furent il ils j je jusqu l la le les leur leurs lorsqu lui m ma mais me
meme mes mon n ne nos notre nous on ont ou par pas pendant plus pour puis puisqu qu quand que quel quelle quels quelles qui
s sa sans sans se sera seront ses si son sont sous sur t ta te tes ton tous tout toute toutes tres tu un une vers vos votre
vous y`

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Stop words by the letter of the language that a token begins with; other languages have none. */
export const STOP_WORDS: Readonly<Record<'e' | 'f' | 'x', ReadonlySet<string>>> = {
  e: wordsIn(ENGLISH),
  f: wordsIn(FRENCH),
  x: new Set(),
}
