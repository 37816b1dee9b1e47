import type { Item, ItemKind } from '#domain/quiz/item.ts'

const common = {
  rev: 1,
  objective: 'workbench.samples.look',
  roles: ['beginner', 'practitioner'],
  difficulty: 1,
  explain: 'A stopped container keeps its writable layer until it is removed.',
  home: 'samples',
  sources: ['https://docs.docker.com/engine/storage/drivers/'],
} satisfies Partial<Item>

const part = (id: string, text: string, why: string) => ({ id, text, why })

const kept = part('kept', 'It is there again after `docker start`.', 'Stopping keeps the writable layer.')
const gone = part('gone', 'It is gone when the process ends.', 'Only removing the container does that.')
const image = part('image', 'It became part of the image.', 'That takes a `docker commit`.')

/** One item of every kind. A new kind does not compile until it has its sample here. */
export const sampleItems = {
  single: {
    ...common,
    id: 'workbench.samples.single',
    kind: 'single',
    stem: 'A file was written inside a container, which was then stopped. What of the file?',
    options: [gone, { ...kept, right: true }, image],
  },
  multi: {
    ...common,
    id: 'workbench.samples.multi',
    kind: 'multi',
    stem: 'Which of these hold for a stopped container?',
    options: [
      { ...kept, right: true },
      { ...gone, right: false },
      { ...image, right: false },
    ],
  },
  short: {
    ...common,
    id: 'workbench.samples.short',
    kind: 'short',
    stem: 'Which flag of `docker run` removes the container when it ends?',
    as: 'word',
    accept: ['--rm'],
    near: [{ match: '-rm', why: 'Long flags start with two hyphens.' }],
  },
  order: {
    ...common,
    id: 'workbench.samples.order',
    kind: 'order',
    stem: 'Put the life of a container in order.',
    lines: [
      part('create', '`docker create`', 'The writable layer is made.'),
      part('start', '`docker start`', 'The process runs.'),
      part('stop', '`docker stop`', 'The process ends, the layer stays.'),
    ],
    distractors: [part('pull', '`docker pause`', 'Nothing is paused here.')],
  },
  line: {
    ...common,
    id: 'workbench.samples.line',
    kind: 'line',
    stem: 'Which line says which program runs?',
    file: 'Dockerfile',
    lines: [
      part('from', 'FROM alpine:3.22', 'The base.'),
      part('copy', 'COPY app /app', 'A file.'),
      { ...part('cmd', 'CMD ["/app"]', 'The default command.'), right: true },
    ],
  },
  match: {
    ...common,
    id: 'workbench.samples.match',
    kind: 'match',
    stem: 'Which command does what?',
    pairs: [
      { id: 'stop', term: '`docker stop`', definition: 'Ends the process', why: 'The layer stays.' },
      { id: 'rm', term: '`docker rm`', definition: 'Removes the writable layer', why: 'Volumes stay.' },
      { id: 'rmi', term: '`docker rmi`', definition: 'Removes the image', why: 'If nothing uses it.' },
    ],
  },
} satisfies { [Kind in ItemKind]: Extract<Item, { kind: Kind }> }
