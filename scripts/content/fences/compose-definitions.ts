/** A JSON Schema as data; ajv interprets it, we only add to it. */
export type JsonSchema = { [key: string]: unknown }

export const string = () => ({ type: 'string' })
export const boolean = () => ({ type: 'boolean' })
export const integer = () => ({ type: 'integer' })
export const stringList = () => ({ type: 'array', items: string() })
export const ref = (name: string) => ({ $ref: `#/definitions/${name}` })

/** An object with these fields and extension fields, and no others (11-extension.md). */
export const objectOf = (properties: JsonSchema, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  patternProperties: { '^x-': {} },
})

/** An object whose keys are names that an author chooses. */
export const mapOf = (schema: JsonSchema) => ({
  type: 'object',
  patternProperties: { '^[a-zA-Z0-9._-]+$': schema },
  additionalProperties: false,
})

const scalar = { type: ['string', 'number', 'boolean'] }

/** Parts of the Compose Specification that the schema of 2021 does not have. */
export const composeDefinitions = {
  // 05-services.md: command and entrypoint; null resets the image’s value.
  command: { oneOf: [{ type: 'null' }, string(), stringList()] },

  // 05-services.md: configs, secrets
  service_config_or_secret: {
    type: 'array',
    items: {
      oneOf: [
        string(),
        objectOf({
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
  device_mapping: objectOf({ source: string(), target: string(), permissions: string() }, ['source']),

  // 05-services.md: env_file
  env_file: {
    oneOf: [
      string(),
      {
        type: 'array',
        items: {
          oneOf: [string(), objectOf({ path: string(), format: string(), required: boolean() }, ['path'])],
        },
      },
    ],
  },

  // 05-services.md: extra_hosts
  extra_hosts: {
    oneOf: [
      { type: 'object', patternProperties: { '.+': { oneOf: [string(), stringList()] } } },
      stringList(),
    ],
  },

  // 05-services.md: gpus
  gpus: {
    oneOf: [
      { enum: ['all'] },
      {
        type: 'array',
        items: objectOf({
          capabilities: stringList(),
          count: { type: ['string', 'integer'] },
          device_ids: stringList(),
          driver: string(),
          options: ref('list_or_dict'),
        }),
      },
    ],
  },

  // 05-services.md: post_start, pre_stop
  service_hook: objectOf(
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
  pre_start_hook: objectOf({
    command: ref('command'),
    image: string(),
    user: string(),
    privileged: boolean(),
    working_dir: string(),
    environment: ref('list_or_dict'),
    per_replica: boolean(),
  }),

  // 05-services.md: provider
  provider: objectOf(
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
          objectOf({ hard: { type: ['integer', 'string'] }, soft: { type: ['integer', 'string'] } }, [
            'soft',
            'hard',
          ]),
        ],
      },
    },
  },

  // 05-services.md: models; models.md
  service_models: { oneOf: [stringList(), mapOf(objectOf({ endpoint_var: string(), model_var: string() }))] },
  model: objectOf({ name: string(), model: string(), context_size: integer(), runtime_flags: stringList() }, [
    'model',
  ]),

  // 14-include.md
  include: {
    oneOf: [
      string(),
      objectOf({
        path: ref('string_or_list'),
        env_file: ref('string_or_list'),
        project_directory: string(),
      }),
    ],
  },

  // develop.md
  development: {
    ...objectOf({
      watch: {
        type: 'array',
        items: objectOf(
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
