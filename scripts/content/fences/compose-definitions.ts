/** A JSON Schema as data; ajv interprets it, we only add to it. */
export type JsonSchema = { [key: string]: unknown }

export const string = () => ({ type: 'string' })
export const boolean = () => ({ type: 'boolean' })
export const integer = () => ({ type: 'integer' })
export const strings = () => ({ type: 'array', items: string() })
export const ref = (name: string) => ({ $ref: `#/definitions/${name}` })

/** An object with these fields and extension fields, and no others (11-extension.md). */
export const record = (properties: JsonSchema, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  patternProperties: { '^x-': {} },
})

/** An object whose keys are names that an author chooses. */
export const named = (schema: JsonSchema) => ({
  type: 'object',
  patternProperties: { '^[a-zA-Z0-9._-]+$': schema },
  additionalProperties: false,
})

const scalar = { type: ['string', 'number', 'boolean'] }

/** Parts of the Compose Specification that the schema of 2021 does not have. */
export const composeDefinitions = {
  // 05-services.md: command and entrypoint; null resets the image’s value.
  command: { oneOf: [{ type: 'null' }, string(), strings()] },

  // 05-services.md: configs, secrets
  service_config_or_secret: {
    type: 'array',
    items: {
      oneOf: [
        string(),
        record({
          source: string(),
          target: string(),
          uid: string(),
          gid: string(),
          mode: { type: ['number', 'string'] },
        }),
      ],
    },
  },

  // 05-services.md: devices
  device_mapping: record({ source: string(), target: string(), permissions: string() }, ['source']),

  // 05-services.md: env_file
  env_file: {
    oneOf: [
      string(),
      {
        type: 'array',
        items: {
          oneOf: [string(), record({ path: string(), format: string(), required: boolean() }, ['path'])],
        },
      },
    ],
  },

  // 05-services.md: extra_hosts
  extra_hosts: {
    oneOf: [{ type: 'object', patternProperties: { '.+': { oneOf: [string(), strings()] } } }, strings()],
  },

  // 05-services.md: gpus
  gpus: {
    oneOf: [
      { enum: ['all'] },
      {
        type: 'array',
        items: record({
          capabilities: strings(),
          count: { type: ['string', 'integer'] },
          device_ids: strings(),
          driver: string(),
          options: ref('list_or_dict'),
        }),
      },
    ],
  },

  // 05-services.md: post_start, pre_stop
  service_hook: record(
    {
      command: ref('command'),
      user: string(),
      privileged: boolean(),
      working_dir: string(),
      environment: ref('list_or_dict'),
    },
    ['command'],
  ),

  // 05-services.md: pre_start (June 2026, not yet in the specification's own schema)
  pre_start_hook: record({
    command: ref('command'),
    image: string(),
    user: string(),
    privileged: boolean(),
    working_dir: string(),
    environment: ref('list_or_dict'),
    per_replica: boolean(),
  }),

  // 05-services.md: provider
  provider: record(
    {
      type: string(),
      options: {
        type: 'object',
        patternProperties: { '.+': { oneOf: [scalar, { type: 'array', items: scalar }] } },
      },
    },
    ['type'],
  ),

  // 05-services.md: ulimits
  ulimits: {
    type: 'object',
    patternProperties: {
      '^[a-z]+$': {
        oneOf: [
          { type: ['integer', 'string'] },
          record({ hard: { type: ['integer', 'string'] }, soft: { type: ['integer', 'string'] } }, [
            'soft',
            'hard',
          ]),
        ],
      },
    },
  },

  // 05-services.md: models; models.md
  service_models: { oneOf: [strings(), named(record({ endpoint_var: string(), model_var: string() }))] },
  model: record({ name: string(), model: string(), context_size: integer(), runtime_flags: strings() }, [
    'model',
  ]),

  // 14-include.md
  include: {
    oneOf: [
      string(),
      record({
        path: ref('string_or_list'),
        env_file: ref('string_or_list'),
        project_directory: string(),
      }),
    ],
  },

  // develop.md
  development: {
    ...record({
      watch: {
        type: 'array',
        items: record(
          {
            path: string(),
            action: { enum: ['rebuild', 'sync', 'restart', 'sync+restart', 'sync+exec'] },
            target: string(),
            ignore: ref('string_or_list'),
            include: ref('string_or_list'),
            exec: ref('service_hook'),
            initial_sync: boolean(),
          },
          ['path', 'action'],
        ),
      },
    }),
    type: ['object', 'null'],
  },
}
