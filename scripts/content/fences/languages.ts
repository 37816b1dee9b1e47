/**
 * The languages that a code fence may have, so that a typo such as `dokerfile` is reported. The first four are checked
 * with their own tools; the page highlights those that highlight.js knows.
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
