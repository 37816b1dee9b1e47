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
  trace: {
    ...common,
    id: 'workbench.samples.trace',
    kind: 'trace',
    session: 'removed',
    stem: 'The container is gone. What does the last command print?',
    code: {
      language: 'console',
      text: '$ docker run --name web -d web:1.0\n3f2a9c41d7be\n$ docker rm -f web\nweb\n$ docker logs web',
    },
    recordedOn: 'Docker Engine 28.5.2, November 26, 2026',
    options: [
      part('nothing', 'listening on port 80', 'Logs are removed with the container.'),
      {
        ...part(
          'error',
          'Error response from daemon: No such container: web\nexit code 1',
          'The name is free again.',
        ),
        right: true,
      },
      part('empty', 'exit code 0', 'An unknown name is an error.'),
    ],
  },
} satisfies { [Kind in ItemKind]: Extract<Item, { kind: Kind }> }
