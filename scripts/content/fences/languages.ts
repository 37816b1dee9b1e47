/**
 * The languages a code fence may name, so that a slip such as `dokerfile` does not pass unchecked. The
 * first four are checked with their tools; the page highlights those that highlight.js knows.
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
