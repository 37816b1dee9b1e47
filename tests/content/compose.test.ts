import { expect, test } from 'vitest'
import { composeFindings, isComposeFile } from '#scripts/content/fences/compose.ts'

test.each([
  ['compose.yaml', true],
  ['docker-compose.yml', true],
  ['compose.override.yaml', true],
  ['infra/compose.prod.yml', true],
  ['docker-compose-dev.yaml', true],
  ['decompose.yaml', false],
  ['prometheus.yml', false],
  ['compose.md', false],
  [undefined, false],
])('%s is valid in a Compose file: %s', (file, is) => {
  expect(isComposeFile(file)).toBe(is)
})

const service = (fields: string) =>
  `services:\n  web:\n    image: nginx:1.29\n${fields.replace(/^/gm, '    ')}\n`

/** One case for each group in compose-additions.ts, and some that were valid before. */
const right = {
  'an empty override': 'services: {}',
  'limits of the old kind': service('mem_limit: 64m\ncpus: 0.5\npids_limit: 64\nread_only: true'),
  'limits under deploy': service('deploy: { resources: { limits: { cpus: "0.5", memory: 64M, pids: 64 } } }'),
  'a condition with required and restart': service(
    'depends_on: { db: { condition: service_healthy, required: false, restart: true } }',
  ),
  'a health check with a start interval': service(
    'healthcheck: { test: [CMD, "true"], interval: 1m30s, start_interval: 1s, retries: 3 }',
  ),
  'develop and watch': service(
    'develop: { watch: [{ path: ./src, action: sync+restart, target: /app, initial_sync: true, ignore: [x] }] }',
  ),
  hooks: service(
    'post_start: [{ command: ./a.sh, user: root }]\npre_stop: [{ command: [./b.sh] }]\npre_start: [{ image: busybox, command: "true" }]',
  ),
  'annotations, attach and label_file': service('annotations: { a: b }\nattach: false\nlabel_file: [./l]'),
  'env_file with required': service('env_file: [.env, { path: b.env, required: false, format: raw }]'),
  GPUs: service('gpus: all'),
  'a list of GPUs': service('gpus: [{ driver: nvidia, count: 1 }]'),
  'a provider': 'services: { db: { provider: { type: awesome, options: { size: 2, tags: [a] } } } }',
  'a model':
    'models: { llm: { model: ai/smollm2, context_size: 1024 } }\nservices: { a: { image: x, models: { llm: { endpoint_var: URL } } } }',
  'an include': 'include: [a.yaml, { path: [b.yaml], env_file: .env, project_directory: .. }]\nservices: {}',
  'a build': service(
    'build: { context: ., additional_contexts: { a: ../b }, secrets: [token], platforms: [linux/arm64], tags: [a], cache_to: [type=inline], dockerfile_inline: FROM scratch, ssh: [default], pull: true, no_cache: false, provenance: mode=max, sbom: true, entitlements: [network.host], ulimits: { nofile: 10 } }',
  ),
  'volumes with subpath and image': service(
    'volumes: [{ type: image, source: a, target: /a, image: { subpath: b } }, { type: volume, source: v, target: /v, volume: { subpath: x, nocopy: true } }, { type: bind, source: ., target: /b, bind: { selinux: z, recursive: disabled } }]',
  ),
  'a network with its own settings': service(
    'networks: { a: { ipv4_address: 10.0.0.2, mac_address: "02:00:00:00:00:01", interface_name: eth9, gw_priority: 1, driver_opts: { a: b } } }',
  ),
  'ports of the long kind': service(
    'ports: [{ name: web, target: 80, published: "8080-8090", app_protocol: http, host_ip: 127.0.0.1 }]',
  ),
  'configs and secrets':
    'services: {}\nconfigs: { a: { content: x }, b: { environment: Y } }\nsecrets: { a: { environment: Z }, b: { file: ./b } }',
  'networks and volumes':
    'services: {}\nnetworks: { a: { internal: true, enable_ipv4: false, enable_ipv6: true } }\nvolumes: { v: { driver: local, external: false } }',
  'a name and an anchor': 'name: demo\nx-a: &a { restart: always }\nservices: { web: { <<: *a, image: x } }',
  variables: service(
    `privileged: \${P:-false}\nscale: \${N}\nports: ["\${PORT}:80"]\nhealthcheck: { interval: "\${I}", retries: "\${R}" }`,
  ),
  'pull policies': service('pull_policy: every_12h'),
  'what an override takes away': service(
    'ports: !reset []\nenvironment: !override { A: b }\ncommand: !reset null',
  ),
  'nothing to run': service('command: null\nentrypoint: []'),
  'two documents': 'services: { a: { image: x } }\n---\nservices: { a: { image: y } }',
}

test.each(Object.entries(right))('the schema accepts %s', (_, text) => {
  expect(composeFindings(text)).toEqual([])
})

const wrong = {
  'an invented field of a service': {
    text: service('restrat: always'),
    line: 4,
    expected: 'a field of the Compose Specification',
    found: 'the unknown field services.web.restrat',
  },
  'an invented field at the top': {
    text: 'services: {}\nvolums: {}',
    line: 2,
    expected: 'a field of the Compose Specification',
    found: 'the unknown field volums',
  },
  'an invented field of something new': {
    text: service('develop:\n  watch:\n    - path: .\n      action: sync\n      speed: fast'),
    line: 8,
    expected: 'a field of the Compose Specification',
    found: 'the unknown field services.web.develop.watch.0.speed',
  },
  'an invented condition': {
    text: service('depends_on:\n  db:\n    condition: healthy'),
    line: 6,
    expected:
      'services.web.depends_on.db.condition: one of service_started, service_healthy, service_completed_successfully',
    found: '"healthy"',
  },
  'a port that is no list': {
    text: service('ports: 80'),
    line: 4,
    expected: 'services.web.ports: must be array',
    found: '80',
  },
  'an interval without a unit': {
    text: service('healthcheck: { interval: "30" }'),
    line: 4,
    expected: 'services.web.healthcheck.interval: a duration such as 30s or 1m30s',
    found: '"30"',
  },
  'a yes in quotes': {
    text: service('privileged: "yes"'),
    line: 4,
    expected: `services.web.privileged: a number or true or false, or a variable such as \${NAME}`,
    found: '"yes"',
  },
  'an override that is wrong': {
    text: service('ports: !override 80'),
    line: 4,
    expected: 'services.web.ports: must be array',
    found: '"80"',
  },
  'a field of the second document': {
    text: 'services: {}\n---\nservices: {}\nfoo: 1',
    line: 4,
    expected: 'a field of the Compose Specification',
    found: 'the unknown field foo',
  },
  'what is no YAML': {
    text: 'services:\n  a: b: c',
    line: 2,
    expected: 'valid YAML',
    found: 'Nested mappings are not allowed in compact mappings',
  },
}

test.each(Object.entries(wrong))('the schema rejects %s', (_, { text, ...finding }) => {
  expect(composeFindings(text)).toEqual([finding])
})
