import { describe, expect, it } from 'vitest'
import { adsTxt, humansTxt, securityTxt, trustTxt } from '../../src/site/feeds/machine-files.ts'
import { EMPTY_PROFILE, type Newspaper, type Profile } from '../../src/story/section.ts'
import { AYIZE, DESK, instant, PAPER } from './paper.ts'

const siteUrl = 'https://sahel.example'
const aPaper = (profile: Partial<Profile> = {}): Newspaper => ({ ...PAPER, profile: { ...EMPTY_PROFILE, ...profile } })
const expiresAt = instant('2025-02-01T00:00:00.000Z')

describe('ads.txt', () => {
  it('says that nobody may sell here, in the line that the standard has for it', () => {
    expect(adsTxt(aPaper()).body).toBe('placeholder.example.com, placeholder, DIRECT, placeholder\n')
  })

  it('has the paper’s own lines where it sells, each on one line', () => {
    const adsTxtLines = ['ads.example, 1, DIRECT', 'ads.example, 2,\nRESELLER']
    expect(adsTxt(aPaper({ adsTxt: adsTxtLines })).body).toBe('ads.example, 1, DIRECT\nads.example, 2, RESELLER\n')
  })
})

describe('trust.txt', () => {
  it('names memberships, pages elsewhere, the way to ask, and the pages on which the paper says who it is', () => {
    const newspaper = aPaper({
      memberships: ['https://www.journallist.net/'],
      links: ['https://mastodon.example/@sahel'],
      contactEmail: 'desk@sahel.example',
    })
    expect(trustTxt({ newspaper, siteUrl, housePages: ['about', 'ownership', 'contact-safely'] })?.body).toBe(
      [
        '# trust.txt of The Sahel Record',
        'belongto=https://www.journallist.net/',
        'social=https://mastodon.example/@sahel',
        'contact=mailto:desk@sahel.example',
        'disclosure=https://sahel.example/about',
        'disclosure=https://sahel.example/about/ownership',
        '',
      ].join('\n'),
    )
  })

  it('is not there for a paper that says nothing of itself', () => {
    expect(trustTxt({ newspaper: aPaper(), siteUrl, housePages: [] })).toBeUndefined()
  })
})

describe('security.txt', () => {
  it('has a contact, an end, the languages that are read, and its own address', () => {
    const newspaper = aPaper({ securityContact: 'mailto:security@sahel.example' })
    expect(securityTxt({ newspaper, siteUrl }, expiresAt)?.body).toBe(
      [
        'Contact: mailto:security@sahel.example',
        'Expires: 2025-02-01T00:00:00.000Z',
        'Preferred-Languages: en, fr',
        'Canonical: https://sahel.example/.well-known/security.txt',
        '',
      ].join('\n'),
    )
  })

  it('is not there without a contact', () => {
    expect(securityTxt({ newspaper: aPaper(), siteUrl }, expiresAt)).toBeUndefined()
  })
})

describe('humans.txt', () => {
  it('names the paper and whoever signs in it, and no more than the paper says of itself', () => {
    const { body } = humansTxt({ newspaper: aPaper({ founded: 2019 }), siteUrl, housePages: [] }, [DESK, AYIZE])
    expect(body).toContain('Name: The Sahel Record\nFounded: 2019\nSite: https://sahel.example\n')
    expect(body).toContain('/* BYLINES */\nSahel desk\nAyize Claire\n')
    expect(body).not.toMatch(/null|undefined|Contact/)
  })
})
