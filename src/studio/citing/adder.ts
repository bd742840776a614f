import { type ComponentType, createContext } from 'react'
import type { RecordAct } from '../../staff/acts.ts'
import type { Picked } from './cite-fields.ts'

/** What is added in passing. */
export type AddedType = 'event' | 'actor' | 'place' | 'source' | 'document'
export type FormType = AddedType | 'victim-group'

/** The act that each takes: who may not is not offered it. */
export const ADD_ACTS: Readonly<Record<FormType, RecordAct>> = {
  event: 'record-event',
  actor: 'add-actor',
  place: 'add-place',
  source: 'add-source',
  document: 'add-document',
  'victim-group': 'add-victim-group',
}

/** A place of GeoNames, with which the form for a new place begins. */
export interface GazetteerPlace {
  readonly geonamesId: string
  readonly names: readonly string[]
  readonly country: string | null
  readonly lat: number
  readonly lon: number
}

export interface AdderProps {
  readonly type: FormType
  /** What was typed. */
  readonly name: string
  readonly place?: GazetteerPlace | null
  /** Of a group of people. */
  readonly eventId?: string
  readonly onAdded: (added: Picked) => void
  readonly onCancel: () => void
}

/**
 * The form that opens below a field for what is not on record yet. It has such fields itself (whom a source speaks for),
 * so they find it here: none outside of it.
 */
export const Adder = createContext<ComponentType<AdderProps> | null>(null)
