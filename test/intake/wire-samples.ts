/** Items as news agencies send them, made up by us: one small file for each dialect. */

/** NewsML-G2 around a content set. */
export const aNewsItem = (parts: { meta?: string; content?: string; set?: string; attributes?: string }): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:1" version="3" xml:lang="en-GB" ${parts.attributes ?? ''}>
  <rightsInfo><copyrightHolder literal="Agency"/><copyrightNotice>(c) Agency 2024</copyrightNotice><usageTerms>No archive use</usageTerms></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/><provider qcode="nprov:AGY"><name>Agency</name></provider>
    <versionCreated>2024-07-30T08:00:00+02:00</versionCreated><firstCreated>2024-07-29T08:00:00Z</firstCreated>
    ${parts.meta ?? '<pubStatus qcode="stat:usable"/>'}
  </itemMeta>
  <contentMeta>
    <urgency>3</urgency><slugline>mali-army</slugline>
    ${parts.content ?? '<by>By Awa Diallo</by><headline>The town fell</headline>'}
  </contentMeta>
  <contentSet>${parts.set ?? '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Soldiers left on Friday.</p></body></html></inlineXML>'}</contentSet>
</newsItem>`

export const aMessage = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-07-30T08:00:00Z</sent></header><itemSet>${items.join('')}</itemSet></newsMessage>`

/** NITF alone, with everything above its text. */
export const anNitf = (parts: { docdata?: string; head?: string; body?: string; attributes?: string } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://agency.example/nitf-3-6.dtd">
<nitf version="-//IPTC//DTD NITF 3.6//EN" ${parts.attributes ?? 'baselang="nb-NO"'}>
  <head>
    <title>Title of the file</title>
    <tobject tobject.type="News"><tobject.subject tobject.subject.refnum="16000000" tobject.subject.type="War" tobject.subject.matter="Armed conflict"/></tobject>
    <docdata ${parts.docdata ?? ''}>
      <doc-id id-string="nitf-77" regsrc="AGY"/><urgency ed-urg="4"/><date.issue norm="20240729T151000+0200"/>
      <du-key key="MALI-TOWN"/><ed-msg info="Check the toll before use"/>
      <key-list><keyword key="Kidal"/></key-list><doc.copyright holder="Agency" year="2024"/>
    </docdata>
  </head>
  <body>
    <body.head>${
      parts.head ??
      '<hedline><hl1>The town fell</hl1><hl2>What is known of the retreat</hl2></hedline><byline>By <person>Awa Diallo</person><byttl>Agency correspondent</byttl></byline><distributor>Agency</distributor><dateline><location><city>Bamako</city><country>Mali</country></location><story.date norm="20240729T151000+0200"/></dateline>'
    }</body.head>
    <body.content>${parts.body ?? '<p>Soldiers left on Friday.</p>'}</body.content>
    <body.end><tagline>ad/xy</tagline></body.end>
  </body>
</nitf>`

/** NewsML 1.2 around its components. */
export const aNewsml1 = (parts: { status?: string; lines?: string; components?: string; more?: string } = {}): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<NewsML>
  <Catalog Href="http://agency.example/Catalog.xml"/>
  <NewsEnvelope><DateAndTime>20240729T130037Z</DateAndTime></NewsEnvelope>
  <NewsItem>
    <Identification>
      <NewsIdentifier>
        <ProviderId>agency.example</ProviderId><DateId>20240729</DateId><NewsItemId>240729125902.abc</NewsItemId>
        <RevisionId PreviousRevision="0" Update="N">1</RevisionId>
        <PublicIdentifier>urn:newsml:agency.example:20240729:240729125902.abc:1</PublicIdentifier>
      </NewsIdentifier>
      <NameLabel>mali-army</NameLabel>
    </Identification>
    <NewsManagement>
      <NewsItemType FormalName="News"/><FirstCreated>20240729T125902Z</FirstCreated>
      <ThisRevisionCreated>20240729T135902Z</ThisRevisionCreated><Status FormalName="${parts.status ?? 'Usable'}"/>
      ${parts.more ?? ''}<Urgency FormalName="4"/>
    </NewsManagement>
    <NewsComponent>
      <NewsLines>${
        parts.lines ??
        '<HeadLine>The town fell</HeadLine><ByLine>By Awa Diallo, Agency</ByLine><DateLine>Bamako, 29 juil 2024 (Agency)</DateLine><CopyrightLine>© 2024 Agency</CopyrightLine><SlugLine>mali-army</SlugLine>'
      }</NewsLines>
      <AdministrativeMetadata><Provider><Party FormalName="Agency"/></Provider></AdministrativeMetadata>
      <DescriptiveMetadata><Language FormalName="fr"/><Property FormalName="Keyword" Value="Kidal"/><Location><Property FormalName="Country" Value="Mali"/><Property FormalName="City" Value="Bamako"/></Location></DescriptiveMetadata>
      ${
        parts.components ??
        '<NewsComponent><ContentItem><MediaType FormalName="Text"/><Format FormalName="bcNITF2.5"/><DataContent><p> Les soldats sont partis vendredi.</p><p>La ville est vide.</p></DataContent></ContentItem></NewsComponent>'
      }
    </NewsComponent>
  </NewsItem>
</NewsML>`
