/**
 * Who may import whom (docs/architecture.md). One-way, so that each layer can be read, tested and
 * replaced without those above it.
 */
const layers = {
  domain: [],
  ui: [],
  platform: ['domain'],
  content: ['domain'],
  store: ['domain', 'platform'],
  features: ['domain', 'content', 'platform', 'store', 'ui'],
}

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  comment: `src/${layer} may import from ${['itself', ...allowed].join(', ')}`,
  from: { path: `^src/${layer}/` },
  to: { path: '^(src|scripts)/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}))

/** Which folder of the domain may import which. Every folder may import the files beside them. */
const domainFolders = {
  typed: [],
  table: [],
  figures: [],
  offline: [],
  lab: [],
  engine: [],
  catalog: ['lab'],
  recording: ['catalog', 'lab'],
  search: ['typed'],
  summary: ['typed'],
  quiz: ['catalog', 'typed'],
  progress: ['quiz', 'lab'],
  'quiz-link': ['quiz', 'progress', 'table', 'typed'],
}

const domainRules = Object.entries(domainFolders).map(([folder, allowed]) => ({
  name: `domain-${folder}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/domain/${folder}/` },
  to: {
    path: '^src/domain/',
    pathNot: `^src/domain/((${[folder, ...allowed].join('|')})/|[^/]+$)`,
  },
}))

/** Which feature shows another one inside its page. What several need is in src/ui, or in src/domain. */
const featuresInside = {
  area: ['lab'],
  lesson: ['figures', 'lab', 'quiz'],
  progress: ['lab', 'offline', 'quiz-link'],
  'quiz-link': ['quiz'],
}

const featureRules = [
  {
    name: 'no-feature-imports-another',
    severity: 'error',
    comment: 'unless featuresInside says so',
    from: {
      path: '^src/features/([^/]+)/',
      pathNot: `^src/features/(${Object.keys(featuresInside).join('|')})/`,
    },
    to: { path: '^src/features/', pathNot: '^src/features/$1/' },
  },
  ...Object.entries(featuresInside).map(([feature, inside]) => ({
    name: `feature-${feature}-shows-only-${inside.join('-')}`,
    severity: 'error',
    from: { path: `^src/features/${feature}/` },
    to: { path: '^src/features/', pathNot: `^src/features/(${[feature, ...inside].join('|')})/` },
  })),
]

export default {
  forbidden: [
    ...layerRules,
    ...domainRules,
    {
      name: 'no-folder-of-the-domain-without-a-rule',
      severity: 'error',
      from: {
        path: '^src/domain/',
        pathNot: `^src/domain/((${Object.keys(domainFolders).join('|')})/|[^/]+$)`,
      },
      to: {},
    },
    ...featureRules,
    {
      name: 'scripts-import-domain-only',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^src/', pathNot: '^src/domain/' },
    },
    {
      name: 'the-content-compiler-has-one-entry',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: '^scripts/content/' },
      to: { path: '^scripts/content/', pathNot: '^scripts/content/index\\.ts$' },
    },
    {
      name: 'packages-know-nothing-of-the-course',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(src|scripts|tests|content)/' },
    },
    {
      name: 'packages-are-entered-by-their-exports',
      severity: 'error',
      comment: 'by name, such as docker-in-browser/node',
      from: { path: '^(src|scripts|tests)/' },
      to: {
        path: '^packages/',
        pathNot:
          '^packages/[^/]+/(src/index|src/image/index|image-builder/index|node/index|node/image-folder|own-docker/index|testing/index)\\.ts$',
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-has-no-react',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: 'node_modules/(react|react-dom|react-router|zustand)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // dependency-cruiser cannot use TypeScript 7 yet.
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    exclude: { path: '^(virtual:|\\.react-router)' },
  },
}
