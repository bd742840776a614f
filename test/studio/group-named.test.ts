import { expect, it } from 'vitest'
import { groupNamed } from '../../src/studio/citing/group-named.ts'

const GROUPS = ['Soldiers and Wagner fighters together', 'Wagner fighters', 'Malian soldiers', 'CSP-PSD fighters'].map(
  (label) => ({ id: label, label }),
)

it.each([
  ['Wagner fighters', 'Wagner fighters'],
  ['Malian soldiers', 'Malian soldiers'],
  ['csp-psd fighters', 'CSP-PSD fighters'],
  ['fighters', null],
  ['two soldiers', null],
  ['civilians', null],
  ['', null],
])('“%s” are %s', (people, expected) => {
  expect(groupNamed(GROUPS, people)?.label ?? null).toBe(expected)
})
