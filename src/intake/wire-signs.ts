/** How a file that a news agency sent shows itself; see `recogniseFile`. */
export interface WireSign {
  readonly kind: 'newsml' | 'nitf' | 'ninjs'
  readonly name: string
  readonly fits: (shown: { readonly text: string; readonly root: string }) => boolean
}

const NEWSML_ROOT =
  /^(?:[\w.-]+:)?(?:newsml|newsitem|newsmessage|packageitem|conceptitem|knowledgeitem|planningitem|catalogitem|contentset)$/

/** Fields that hardly anything but ninjs has; one of them tells. */
const NINJS_FIELD =
  /"(?:version[cC]reated|pub[sS]tatus|body_xhtml|body_richtext|representation[tT]ype|copyright[nN]otice|usage[tT]erms|info[sS]ources?|alt[iI]ds)"\s*:|ninjs-schema|"name"\s*:\s*"ninjs"/

/** Fields that others have too: a text, a headline and a name of its own are ninjs. */
const NINJS_FIELDS = [
  /"(?:uri|guid|itemid)"\s*:/,
  /"(?:headline|headlines|headline_\w+)"\s*:/,
  /"(?:body_text|body_html|body_main|bodies)"\s*:/,
]

/** The kinds of files that news agencies send, the narrower before the wider. */
export const WIRE_SIGNS: readonly WireSign[] = [
  { kind: 'newsml', name: 'NewsML of a news agency', fits: ({ root }) => NEWSML_ROOT.test(root) },
  { kind: 'nitf', name: 'NITF of a news agency', fits: ({ root }) => /^(?:[\w.-]+:)?nitf$/.test(root) },
  {
    kind: 'ninjs',
    name: 'ninjs of a news agency',
    fits: ({ text }) =>
      /^[{[]/.test(text) &&
      !/jsonfeed\.org\/version\//.test(text) &&
      (NINJS_FIELD.test(text) || NINJS_FIELDS.every((field) => field.test(text))),
  },
]
