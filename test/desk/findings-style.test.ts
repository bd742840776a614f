import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAll } from '../../src/desk/findings/find-all.ts'
import { loadedWord } from '../../src/desk/findings/loaded-word.ts'
import { DEFAULT_STYLE } from '../../src/desk/findings/style-context.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { givenText, wholeText } from './findings-builder.ts'

const loaded = (language: DeskLanguage, text: string, said?: { words: string; by: string; scope?: string }) =>
  loadedWord(givenText({ language, paragraphs: [text], said: said ? [said] : [] })).map(({ words, fix }) =>
    fix === null ? words : `${words} → ${fix}`,
  )

describe('loaded words', () => {
  it.each<[DeskLanguage, string, string]>([
    ['en', 'Ten terrorists were killed in the raid.', 'terrorists'],
    ['en', 'The terrorist attack began before dawn.', 'terrorist'],
    ['en', 'Terrorists held the bridge for two days.', 'Terrorists'],
    ['en', 'The town has been under rebel control since May.', 'rebel'],
    ['en', 'Rebels entered the town at noon.', 'Rebels'],
    ['en', 'Forces of the regime shelled the suburb.', 'regime → government'],
    ['en', 'Both regimes have signed the accord.', 'regimes → governments'],
    ['en', 'Troops neutralised twelve militants near the lake.', 'neutralised → killed'],
    ['en', 'Twelve bandits were neutralized near the lake.', 'neutralized → killed'],
    ['en', 'The commander was eliminated with four fighters.', 'eliminated → killed'],
    ['en', 'The strike caused collateral damage in the market.', 'collateral damage'],
    ['en', 'The air force carried out surgical strikes on the camp.', 'surgical strikes → strikes'],
    ['en', 'Two of our soldiers died at the checkpoint.', 'our soldiers'],
    ['en', 'TERRORISTS HELD THE BRIDGE FOR TWO DAYS.', 'TERRORISTS'],
    ['fr', 'Dix terroristes ont été tués dans le raid.', 'terroristes'],
    ['fr', 'L’attaque terroriste a commencé avant l’aube.', 'terroriste'],
    ['fr', 'Les rebelles tiennent la ville depuis mai.', 'rebelles'],
    ['fr', 'Une colonne rebelle est entrée dans la ville.', 'rebelle'],
    ['fr', 'Le régime a bombardé la banlieue.', 'régime → gouvernement'],
    ['fr', 'Les forces du régime tiennent le pont.', 'régime → gouvernement'],
    ['fr', 'L’armée a neutralisé douze combattants près du lac.', 'neutralisé → tué'],
    ['fr', 'Douze assaillants ont été neutralisés près du lac.', 'neutralisés → tués'],
    ['fr', 'Des frappes chirurgicales ont visé le camp.', 'frappes chirurgicales → frappes'],
    ['fr', 'Deux de nos soldats sont morts au poste.', 'nos soldats'],
    ['fr', 'LE RÉGIME A BOMBARDÉ LA BANLIEUE DE LA VILLE.', 'RÉGIME → gouvernement'],
  ])('%s: are underlined in “%s”', (language, text, words) => {
    expect(loaded(language, text)).toEqual([words])
  })

  it.each<[DeskLanguage, string]>([
    ['en', 'The spokesman called it “a terrorist attack on the nation”.'],
    ['en', 'The Rwenzori Rebel Front signed the accord.'],
    ['en', 'The group is listed as a terrorist organisation by the United Nations.'],
    ['en', 'He was charged with three terrorist offences.'],
    ['en', 'A former rebel is now mayor of the town.'],
    ['en', 'Young officers may rebel against the junta.'],
    ['en', 'The sanctions regime expires in August.'],
    ['en', 'Opponents demand regime change.'],
    ['en', 'Sappers neutralised a bomb under the bridge.'],
    ['en', 'The team was eliminated in the second round.'],
    ['en', 'Officials eliminated tariffs on rice.'],
    ['en', 'The parade ended on Martyrs’ Square.'],
    ['en', 'The so-called rebel republic has no currency.'],
    ['en', 'Counter-terrorism police closed the road.'],
    ['fr', 'Le porte-parole a parlé d’«\u00a0une attaque terroriste\u00a0».'],
    ['fr', 'Le groupe est classé terroriste par l’Union européenne.'],
    ['fr', 'Il est poursuivi pour association de malfaiteurs terroriste.'],
    ['fr', 'Un ancien rebelle est devenu maire de la ville.'],
    ['fr', 'Son régime alimentaire a changé.'],
    ['fr', 'Le régime de retraite des fonctionnaires est réformé.'],
    ['fr', 'Les démineurs ont neutralisé une bombe sous le pont.'],
    ['fr', 'L’équipe a été éliminée au second tour.'],
    ['fr', 'Le défilé s’est achevé place des Martyrs.'],
    ['fr', 'Le parquet antiterroriste est saisi.'],
  ])('%s: are left alone in “%s”', (language, text) => {
    expect(loaded(language, text)).toEqual([])
  })

  it('are a speaker’s own where a speaker says them', () => {
    const said = { words: 'The army said', by: 'The army', scope: 'it had fought terrorists in the hills' }
    expect(loaded('en', 'The army said it had fought terrorists in the hills.', said)).toEqual([])
    const dit = { words: 'L’armée dit', by: 'L’armée', scope: 'avoir combattu des terroristes' }
    expect(loaded('fr', 'L’armée dit avoir combattu des terroristes.', dit)).toEqual([])
  })

  it('are the newsroom’s list and no other', () => {
    const style = [{ word: 'bandit', language: 'en', instead: 'gunman' }] as const
    const input = givenText({ paragraphs: ['Bandits and terrorists fled.'], context: { style } })
    expect(loadedWord(input).map(({ words }) => words)).toEqual(['Bandits'])
  })

  it('are no names of the record', () => {
    const known = [
      { entryId: 'act_1', kind: 'actor', name: 'rebel front', aliases: [], actorKind: null, zone: null },
    ] as const
    expect(loadedWord(givenText({ paragraphs: ['The rebel front signed.'], context: { known } }))).toEqual([])
  })

  it('are never underlined between quotation marks', () => {
    const word = fc.constantFrom(...DEFAULT_STYLE.filter(({ language }) => language === 'en').map(({ word }) => word))
    fc.assert(
      fc.property(word, fc.constantFrom(['“', '”'], ['"', '"'], ['«', '»']), (word, [open, close]) => {
        expect(loaded('en', `He spoke of ${open}the ${word} of people${close} there.`)).toEqual([])
      }),
    )
  })

  it('stand where the finding says', () => {
    const input = givenText({ paragraphs: ['Nothing here.', 'Rebels and other rebels met.', 'The regime fell.'] })
    const found = findAll(input)
    expect(found.map(({ start, end }) => wholeText(input).slice(start, end))).toEqual(['Rebels', 'rebels', 'regime'])
    expect(new Set(found.map(({ key }) => key)).size).toBe(3)
  })
})
