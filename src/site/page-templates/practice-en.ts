/** What a paper says of how it works, to be filled in: whatever stands in square brackets asks for the newsroom's own words. */
export const PRACTICE_EN = {
  'corrections-policy': `# How we correct

When we were wrong, we say so on the page itself, above the text, with the date and with what was wrong.

- We never change a published story in silence. Spelling may be put right without a note; a fact, a name, a figure or a meaning may not.
- What a story said before stays to be read: each story leads to its earlier versions.
- When a figure moves because somebody else has given a new one, that is no correction: the story says that it has moved since it was written.
- A story is withdrawn only when [it puts somebody in danger; it should never have been published]. Its address then says so, and why.

## Tell us

Every story has a link by which you can report an error, without an account. [Who reads these reports, and how soon you answer.]

[If there is somebody to turn to when we do not agree with you: an ombudsman, a press council, with the address.]
`,
  verification: `# How we check

## Who says it

We write who said something, through whom we know it, and what they had to gain by saying it. Ten reports that rest on one statement are one source.

## Before we publish

- [How many sources a claim of deaths needs, and when one is enough.]
- [How you check pictures and film: place, time, first appearance, signs of change.]
- [Who reads a story before it goes out.]
- We ask those whom a story accuses, and give them [how long] to answer.

## Figures

We never add up what different people say, and never make an average of it. We give the lowest and the highest figure with the names of those who gave them.

## What we do not know

We say what we could not find out, and why: [no access, telephone lines cut, witnesses in fear].

## Machines

[What you use machines for, such as translation and transcription, what you never use them for, and who checks what comes out.]
`,
  'unnamed-sources': `# Unnamed sources

We name our sources. We leave a name out only when [naming the person could cost life, liberty or livelihood], and when what they say cannot be had from anybody who can be named.

- At least [one editor, by rank] knows who the source is and why they are not named.
- We say as much about them as is safe: where they were, how they know, on which side they stand.
- We do not let anybody attack a person from behind anonymity. [Your exceptions, if any.]
- We do not quote a source as "several sources".

## What we promise

We do not give up a source's name, to nobody. [Which law protects that in your country, and what you do where it does not.]

What we keep about sources is sealed: [how, and who can open it].
`,
  contact: `# Contact

- The newsroom: [e-mail address]
- An error in a story: the link on the story itself, or [e-mail address]
- A complaint: [who answers it, and how soon]
- [Post: address, or why you give none]
- [Telephone, with the hours and the zone]

If it could be dangerous for you to be known as somebody who wrote to us, do not use any of these. Read [the page "Write to us safely"] first.
`,
  'contact-safely': `# Write to us safely

If you know something that the public should know, and could be harmed for telling it, read this page to its end before you do anything.

## First, be safe

Nothing makes you invisible. Think about who else knows what you know: if only three people saw a document, it will be asked which of the three sent it. Do not send a document that bears your name, a number of its own, or a note in your hand.

Do not tell anybody that you are writing to us, and do not follow us from your own account afterwards.

## What we will do

[Who reads what comes in, how many people that is, and how soon they answer.]

We will ask how you know what you say, and whether you can be named. We do not pay for information. [What you do to protect a source: where documents are kept, who may open them, when they are destroyed.]

## What we cannot do

We cannot bring you out of a country, and we cannot give you legal advice. [Organisations that can help, with addresses that work in your region.]
`,
} as const
