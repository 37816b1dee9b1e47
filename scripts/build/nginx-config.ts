import { contentTypeOf } from './resolve-site-file.ts'
import {
  defaultHeaders,
  documentHeaders,
  type HeaderRule,
  headerRules,
  patternOf,
  responseHeadersFor,
} from './response-headers.ts'

/**
 * Settings that make nginx respond like our own server (static-server.ts). nginx has no module for Brotli, so a
 * compressed file is chosen by its name; each location sets the content type, because nginx cannot derive it from that
 * name. Where only compressed files exist, as in the container image, nginx decompresses them for clients that accept
 * neither encoding. Of `files`, paths in the site, only the extensions matter.
 */
export function nginxConfig(base: string, files: string[]): string {
  const types = typesOf(files)
  return `# Written by the build from scripts/build/response-headers.ts and nginx-config.ts. Belongs into the block "http".
map $http_accept_encoding $course_suffix {
  default "";
${acceptedEncoding('br', '.br')}
${acceptedEncoding('gzip', '.gz')}
}
map $uri $course_encoding {
  default "";
  ~\\.br$ br;
  ~\\.gz$ gzip;
}
map $status $course_allow {
  default "";
  405 "GET, HEAD";
}
${headerMaps(base).join('\n')}
server {
  listen 8080;
  root /srv/docker-mastery;
  server_tokens off;
  log_not_found off;
  absolute_redirect off;
  error_page 404 ${base}404.html;
${Object.entries(defaultHeaders)
  .map(
    ([name, value]) =>
      `  add_header ${name} ${hasRule(name) ? `$${variableOf(name)}` : `"${value}"`} always;`,
  )
  .join('\n')}
  add_header Vary Accept-Encoding always;
  add_header Content-Encoding $course_encoding always;
  add_header Allow $course_allow always;
  types {
${types.map(({ ending, type }) => `    "${type}" ${ending};`).join('\n')}
  }
  default_type application/octet-stream;

  if ($request_method !~ ^(GET|HEAD)$) { return 405; }
${redirects(base)}  location / { rewrite ^(.*?)/*$ $1/index.html last; }
  location ^~ ${base}lab/parts/ { try_files $uri =404; }
  location ~ /\\. { return 404; }
  location ~ \\.(br|gz)$ { return 404; }
${types.map(typeLocation).join('\n')}
  location @uncompressed {
    gzip_static always;
    gunzip on;
  }
}
`
}

/** A line of a map that matches if the encoding is listed with a quality other than 0, which would reject it. */
function acceptedEncoding(name: string, suffix: string): string {
  return `  "~*(^|[ ,])${name}(?! *; *q=0(\\.0*)? *(,|$)) *(;|,|$)" ${suffix};`
}

/** The headers that depend on the path; for a missing file, the path is that of the 404 page. */
function headerMaps(base: string): string[] {
  return Object.keys(defaultHeaders)
    .filter(hasRule)
    .map((name) => {
      // The first matching pattern decides, and nginx does not send empty headers.
      const setting = headerRules.filter(({ headers }) => headers[name])
      const omitting = headerRules.filter((rule) => !rule.headers[name] && affects(rule, name))
      const lines = [...setting, ...omitting].map(
        ({ path, headers }) => `  "~^${patternOf(base + path.slice(1))}" "${headers[name] ?? ''}";`,
      )
      return `map $uri $${variableOf(name)} {
  default "${defaultHeaders[name]}";
${lines.join('\n')}
}`
    })
}

function hasRule(header: string): boolean {
  return headerRules.some((rule) => affects(rule, header))
}

function affects({ headers, omitsDocumentHeaders }: HeaderRule, header: string): boolean {
  return header in headers || (omitsDocumentHeaders === true && header in documentHeaders)
}

function variableOf(header: string): string {
  return `course_${header.toLowerCase().replaceAll('-', '_')}`
}

function redirects(base: string): string {
  const paths = base === '/' ? [] : ['/', base.slice(0, -1)]
  return paths.map((path) => `  location = ${path} { return 302 ${base}; }\n`).join('')
}

type EndingType = { ending: string; type: string }

/** Files without an extension are pages or parts of the labs' image. */
function typesOf(files: string[]): EndingType[] {
  const endings = new Set(files.flatMap((file) => /\.(\w+)$/.exec(file)?.[1] ?? []))
  return [...endings]
    .filter((ending) => ending !== 'br' && ending !== 'gz')
    .toSorted()
    .map((ending) => {
      const path = `/x.${ending}`
      return { ending, type: responseHeadersFor(path)['Content-Type'] ?? contentTypeOf(path) }
    })
}

function typeLocation({ ending, type }: EndingType): string {
  return `  location ~ \\.${ending}$ {
    default_type "${type}";
    try_files $uri$course_suffix $uri @uncompressed;
  }`
}
