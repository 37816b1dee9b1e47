/**
 * The languages a code fence may name. All of them are coloured on the page, `text` excepted. The first
 * four are checked too.
 */
export const fenceLanguages = [
  'dockerfile',
  'yaml',
  'json',
  'bash',
  'c',
  'console',
  'csv',
  'diff',
  'go',
  'hcl',
  'html',
  'http',
  'ini',
  'java',
  'javascript',
  'nginx',
  'promql',
  'python',
  'rego',
  'rust',
  'sql',
  'text',
  'toml',
  'typescript',
  'xml',
]
