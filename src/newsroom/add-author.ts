import { OnrecordError } from '../errors.ts'
import { insertPersonas, readPersonas } from '../store/house.ts'
import { slugFrom } from '../story/addresses.ts'
import type { Persona, PersonaKind } from '../story/section.ts'
import { type Outcome, perform } from './act.ts'
import { newId, type Newsroom } from './newsroom.ts'

/**
 * Adds a byline. Readers learn of it with its first story; its address comes from its name, and stays.
 *
 * @throws OnrecordError `bad-input` for a name that makes no address, `refused` when another byline has it
 */
export const addAuthor = (
  newsroom: Newsroom,
  { name, kind }: { readonly name: string; readonly kind: PersonaKind },
): Promise<Outcome<Persona>> =>
  perform(newsroom, 'change-author', async (tx) => {
    const slug = slugFrom(name)
    if (slug === '') throw new OnrecordError('bad-input', 'The name has no letter that an address could be made of.')
    if ((await readPersonas(tx)).some((persona) => persona.slug === slug)) {
      throw new OnrecordError('refused', `There is a byline at /authors/${slug} already.`, {
        remedy: 'Use that one, or tell the two apart by their names.',
      })
    }
    const persona: Persona = {
      id: newId(newsroom, 'persona'),
      slug,
      name: name.trim(),
      names: {},
      kind,
      about: {},
      pictureId: null,
    }
    await insertPersonas(tx, [persona])
    return { result: persona, subject: persona.id, detail: { slug }, changes: [{ kind: 'house' }] }
  })
