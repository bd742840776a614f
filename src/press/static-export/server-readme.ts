export interface ReadmeProps {
  readonly name: string
  readonly settings: { readonly siteUrl: string }
  readonly text: boolean
  readonly offline: boolean
}

/** What whoever finds the folder should know. The folder is served, so this is for everybody's eyes. */
export const readme = ({ name, settings, text, offline }: ReadmeProps): string => `${name}

This folder is the whole public site of ${settings.siteUrl}, as files that any web server can serve.
It was written by Onrecord: ./onrecord export --static DIR. The next export changes only what has changed.

What is in it
  path/index.html      each page, byte for byte as the site itself sends it
  *.br, *.gz           the same, compressed: for servers that send what lies ready (brotli_static, gzip_static)
  404.html             for what is not there
  media/               pictures; each name stands for its bytes, and may be kept for a day
${text ? '  text/                every page as plain text\n' : ''}${offline ? '  …/offline/           every story as one file that opens without a network\n' : ''}  data/                the open data: tables as CSV, GeoJSON and JSON-LD
  _redirects           former addresses, for Netlify and Cloudflare Pages
  _headers             security headers for the same
  redirects.nginx.conf former and withdrawn addresses, for nginx
  headers.nginx.conf   the content policy of each page, for nginx
  .onrecord-export.*   what the next export needs to know: need not be served

What only a server of Onrecord can do, and what is therefore not in it
  Search, the search of the record and later pages of its answers: /search?q=…, /record/find?…
  Reporting an error: /report
  Filters of the open data, its JSON in pages, its state on an earlier day: /data/…?from=…&as_of=…
  The feed of changes, the description for programs, the edition as a database, dated releases:
  /data/changes.atom, /data/openapi.json, /data/evidence.jsonl, /data/edition.db, /data/releases/…
  oEmbed: /oembed?url=…
  Pages lead to these all the same: here such a link ends at 404.html.

Two things that differ
  A withdrawn story is answered with its notice and the status 200; with redirects.nginx.conf it is 410, as it should be.
  A former address leads on by a page; with _redirects or redirects.nginx.conf by a redirect.

How to serve it with nginx, Caddy or Python: docs/operate/static-export.md
`
