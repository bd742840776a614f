/** What a paper says of who it is, to be filled in: whatever stands in square brackets asks for the newsroom's own words. */
export const PAPER_EN = {
  about: `# About us

[Name of the paper] reports on [which conflicts, which countries, for whom]. We began in [year] because [what was missing].

## What we want to do

[In three or four sentences: what you cover, what you leave to others, and what a reader can expect to find here each week.]

## How we decide what to cover

[Who decides, and by what. What you do not report, and why: for example positions of troops before an attack, or names of prisoners.]

## What we believe about our work

- We say who says what. A figure without its source is no figure.
- We do not take sides in the wars that we report on. [If there is a cause that you do stand for, such as press freedom, say so here.]
- We put the safety of those who speak to us before a story.

## Where we are

[Registered office and country, or why you do not give it. The law that you stand under.]
`,
  ownership: `# Who owns us

[Name of the paper] is published by [legal name], a [company, association, foundation] registered in [country] under the number [number].

## Owners

[Every person or body that holds a part of the publisher, with its share. For an association: its board, and how it is elected.]

[What else the owners do: other companies, public office, membership of a party.]

## Who may decide about what we publish

The editors decide what is published. [How that is assured: statutes, a contract, an editorial charter. What happens when an owner wants something else.]

This was so on [date]. We change this page within [number] days of any change.
`,
  funding: `# How we are paid for

In [year] we spent [sum and currency]. This is where it came from.

| Source | Share | What it may ask of us |
| --- | --- | --- |
| [Readers: subscriptions, gifts] | [percent] | nothing |
| [A foundation, by its name] | [percent] | [a report on the use of the money; no say in what we publish] |
| [Advertising] | [percent] | [nothing; it is marked as advertising] |

## What we do not accept

[Money from governments, from parties to a conflict, from companies that deal in arms: say which, and from what sum on you name a giver.]

## What we know of our readers

This site sets no cookie and runs no script. It counts how often a page is read, and not by whom. [What else you keep: addresses for a newsletter, data of subscribers, and how long.]
`,
  masthead: `# Who we are

## Editors

- [Name], editor-in-chief, responsible for everything published here. [One sentence: experience, languages, countries.]
- [Name], [what they answer for]

## Reporters

[Names with what they cover and the languages they work in. Those who cannot be named for their safety: say that they exist, how many they are, and that the editors know who they are.]

## Names that are not real

Some of our reporters write under a pen name because their own would put them or their families at risk. [How you check them, and who knows their real names.]

## How to reach us

[A way to reach each of them, or the newsroom as a whole.]
`,
} as const
