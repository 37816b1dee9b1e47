import {
  boolean,
  composeDefinitions,
  integer,
  type JsonSchema,
  mapOf,
  objectOf,
  ref,
  string,
  stringList,
} from './compose-definitions.ts'

/**
 * What was added to the Compose Specification after the schema of 2021, each group with its page in
 * https://github.com/compose-spec/compose-spec (compared with its pages of June 2026). `entries` are added to the node
 * `at`, and replace entries of the same name.
 */
export const composeAdditions: { at: string; entries: JsonSchema }[] = [
  { at: 'definitions', entries: composeDefinitions },

  // 04-version-and-name.md, 14-include.md, models.md
  {
    at: 'properties',
    entries: {
      name: string(),
      include: { type: 'array', items: ref('include') },
      models: mapOf(ref('model')),
    },
  },

  // 05-services.md
  {
    at: 'definitions service properties',
    entries: {
      annotations: ref('list_or_dict'),
      attach: boolean(),
      cgroup: { enum: ['host', 'private'] },
      command: ref('command'),
      configs: ref('service_config_or_secret'),
      cpu_count: { type: ['integer', 'string'], minimum: 0 },
      cpu_percent: { type: ['integer', 'string'], minimum: 0, maximum: 100 },
      develop: ref('development'),
      devices: { type: 'array', items: { oneOf: [string(), ref('device_mapping')] } },
      entrypoint: ref('command'),
      env_file: ref('env_file'),
      extra_hosts: ref('extra_hosts'),
      gpus: ref('gpus'),
      label_file: { oneOf: [string(), stringList()] },
      models: ref('service_models'),
      oom_score_adj: { type: ['integer', 'string'], minimum: -1000, maximum: 1000 },
      post_start: { type: 'array', items: ref('service_hook') },
      pre_start: { type: 'array', items: ref('pre_start_hook') },
      pre_stop: { type: 'array', items: ref('service_hook') },
      provider: ref('provider'),
      pull_policy: {
        type: 'string',
        pattern:
          '^(always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+|.*\\$.*)$',
      },
      pull_refresh_after: string(),
      scale: integer(),
      secrets: ref('service_config_or_secret'),
      ulimits: ref('ulimits'),
      use_api_socket: boolean(),
      uts: string(),
    },
  },

  // 05-services.md: depends_on
  {
    at: 'definitions service properties depends_on oneOf 1 patternProperties ^[a-zA-Z0-9._-]+$ properties',
    entries: { restart: boolean(), required: boolean() },
  },

  // 05-services.md: networks
  {
    at: 'definitions service properties networks oneOf 1 patternProperties ^[a-zA-Z0-9._-]+$ oneOf 0 properties',
    entries: {
      interface_name: string(),
      mac_address: string(),
      gw_priority: { type: 'number' },
      driver_opts: { type: 'object' },
    },
  },

  // 05-services.md: ports. A published port may be a range, so it is text as well.
  {
    at: 'definitions service properties ports items oneOf 2 properties',
    entries: {
      name: string(),
      app_protocol: string(),
      target: { type: ['integer', 'string'] },
      published: { type: ['integer', 'string'] },
    },
  },

  // 05-services.md: volumes
  {
    at: 'definitions service properties volumes items oneOf 1 properties',
    entries: {
      type: { enum: ['bind', 'volume', 'tmpfs', 'cluster', 'npipe', 'image'] },
      image: objectOf({ subpath: string() }),
    },
  },
  {
    at: 'definitions service properties volumes items oneOf 1 properties bind properties',
    entries: {
      recursive: { enum: ['enabled', 'disabled', 'writable', 'readonly'] },
      selinux: { enum: ['z', 'Z'] },
    },
  },
  {
    at: 'definitions service properties volumes items oneOf 1 properties volume properties',
    entries: { labels: ref('list_or_dict'), subpath: string() },
  },
  {
    at: 'definitions service properties volumes items oneOf 1 properties tmpfs properties',
    entries: { mode: { type: ['number', 'string'] } },
  },

  // 05-services.md: healthcheck
  {
    at: 'definitions healthcheck properties',
    entries: { start_interval: { type: 'string', format: 'duration' }, retries: { type: 'number' } },
  },

  // build.md
  {
    at: 'definitions service properties build oneOf 1 properties',
    entries: {
      additional_contexts: ref('list_or_dict'),
      cache_to: stringList(),
      dockerfile_inline: string(),
      entitlements: stringList(),
      extra_hosts: ref('extra_hosts'),
      no_cache: boolean(),
      platforms: stringList(),
      privileged: boolean(),
      provenance: { type: ['boolean', 'string'] },
      pull: boolean(),
      sbom: { type: ['boolean', 'string'] },
      secrets: ref('service_config_or_secret'),
      ssh: ref('list_or_dict'),
      tags: stringList(),
      ulimits: ref('ulimits'),
    },
  },

  // deploy.md: resources
  {
    at: 'definitions deployment properties resources properties limits properties',
    entries: { pids: integer() },
  },

  // 06-networks.md
  { at: 'definitions network properties', entries: { enable_ipv4: boolean() } },

  // 08-configs.md, 09-secrets.md
  { at: 'definitions config properties', entries: { content: string(), environment: string() } },
  { at: 'definitions secret properties', entries: { environment: string() } },
]
